import {
  AccountFilter,
  AccountRow,
  ConnectionMethod,
  Contradiction,
  SystemListItem,
  SystemSummary,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { loadSystemFacts } from '../checks/evaluate';
import { toStale } from '../checks/verdict';
import { StoredVerdict } from '../checks/VerdictStore';
import { Clock } from '../clock';
import {
  Connection,
  toConnectionSummary,
} from '../connections/ConnectionStore';
import { GorgiasDatabase, Stores } from '../database';
import { findContradictions } from '../events/contradictions';
import { readAccessRule } from '../rules/accessRule';
import { loadEarlyNews, loadSyncState, SyncLimits } from '../sync/syncState';
import { matchesFilter, toAccountRow } from './accountRow';
import { checkSummaries, NotReadYet, restsOnGorgias } from './checkSummaries';
import { CriticalSystem } from './CriticalSystemStore';
import { freshnessOf, staleSince } from './freshness';
import { GorgiasEntity } from './GorgiasEntities';
import { pendingTasks } from './pendingTasks';

const MOST_CONTRADICTIONS = 20;

interface SystemServiceOptions {
  database: GorgiasDatabase;
  connectMethods: ConnectionMethod[];
  staleAfterSeconds: number;
  /** How long the scheduler lets a task run. */
  timeoutSeconds: number;
  clock: Clock;
}

/** Tells how systems stand: everything here only reads. */
export class SystemService {
  readonly #options: SystemServiceOptions;

  constructor(options: SystemServiceOptions) {
    this.#options = options;
  }

  /** What is allowed, at this time. */
  limits(): SyncLimits {
    const { staleAfterSeconds, timeoutSeconds, clock } = this.#options;
    return { staleAfterSeconds, timeoutSeconds, now: clock.now() };
  }

  /** Everything about one system but its accounts, as of one instant. */
  async summarise(
    entity: GorgiasEntity,
    canManage: boolean,
  ): Promise<SystemSummary> {
    return this.#options.database.transaction(async stores => {
      const { entityRef } = entity;
      const state = await this.#loadState(stores, entityRef);
      const { connection, connectionSummary, freshness, checks } = state;
      const critical = await stores.criticalSystems.get(entityRef);
      const accessRule = await readAccessRule(stores, entityRef);
      const accounts = connection
        ? await stores.accounts.list(connection.id)
        : [];
      const sync = await loadSyncState(stores, connection, this.limits());
      const contradictions = await loadContradictions(
        stores,
        connection,
        accounts,
      );
      const count = (wanted: string) =>
        accounts.filter(account => account.state === wanted).length;
      return {
        entityRef,
        title: entity.title,
        ...(entity.owner && { owner: entity.owner }),
        subdomain: entity.subdomain,
        critical: critical
          ? { addedAt: critical.addedAt, addedBy: critical.addedBy }
          : null,
        connection: connectionSummary,
        connectMethods: this.#options.connectMethods,
        freshness,
        sync,
        earlyNews: await loadEarlyNews(stores, connection),
        contradictions: contradictions.slice(0, MOST_CONTRADICTIONS),
        checks,
        status: worstStatus(checks.map(check => check.status)),
        accounts: {
          active: count('active'),
          deactivated: count('deactivated'),
          gone: count('gone'),
        },
        accessRule,
        pendingTasks: pendingTasks({
          connection: connectionSummary,
          isCritical: critical !== undefined,
          hasRule: accessRule !== null,
          freshness,
          isHeld: sync.held !== null,
          contradictions: contradictions.length,
          checks,
        }),
        canManage,
      };
    });
  }

  /** One row of the list of critical systems. */
  async listItem(
    critical: CriticalSystem,
    entity: GorgiasEntity | undefined,
  ): Promise<SystemListItem> {
    const { connection, connectionSummary, freshness, checks } =
      await this.#loadState(this.#options.database.stores, critical.entityRef);
    const { stores } = this.#options.database;
    const rule = await stores.accessRules.get(critical.entityRef);
    const held = connection && (await stores.syncRuns.findHeld(connection.id));
    const contradictions = await loadContradictions(
      stores,
      connection,
      connection ? await stores.accounts.list(connection.id) : [],
    );
    return {
      entityRef: critical.entityRef,
      title: entity?.title ?? critical.title,
      entityExists: entity !== undefined,
      subdomain: entity?.subdomain ?? connection?.subdomain ?? null,
      connectionState: connection?.state ?? 'not-connected',
      freshness,
      status: worstStatus(checks.map(check => check.status)),
      checks,
      pendingTasks: pendingTasks({
        connection: connectionSummary,
        isCritical: true,
        hasRule: rule !== undefined,
        freshness,
        isHeld: held !== undefined,
        contradictions: contradictions.length,
        checks,
      }).length,
    };
  }

  /** The accounts of a system that a filter lets through, each with its verdicts. */
  async listAccounts(
    entityRef: string,
    filter: AccountFilter,
  ): Promise<AccountRow[]> {
    return this.#options.database.transaction(async stores => {
      const { connection, verdicts } = await this.#loadState(stores, entityRef);
      const verdictsOf = new Map<string, Verdict[]>();
      for (const { accountId, verdict } of verdicts) {
        verdictsOf.set(accountId, [
          ...(verdictsOf.get(accountId) ?? []),
          verdict,
        ]);
      }
      const { accounts, identities } = await loadSystemFacts(
        stores,
        entityRef,
        this.#options.clock.now().toISOString(),
      );
      const contradictions = await loadContradictions(
        stores,
        connection,
        accounts,
      );
      return accounts
        .map(account =>
          toAccountRow(
            account,
            identities.get(account.id)!,
            verdictsOf.get(account.id) ?? [],
            contradictions.filter(({ accountId }) => accountId === account.id),
          ),
        )
        .filter(row => matchesFilter(row, filter));
    });
  }

  async #loadState(stores: Stores, entityRef: string) {
    const connection = await stores.connections.findByEntity(entityRef);
    const complete =
      connection && (await stores.syncRuns.findLast(connection.id, 'complete'));
    const freshness = freshnessOf(
      complete?.startedAt ?? null,
      this.#options.staleAfterSeconds,
      this.#options.clock.now(),
    );
    const stored = await stores.verdicts.list(entityRef);
    const verdicts = freshness.stale
      ? this.#toStale(stored, freshness.factsAt!)
      : stored;
    return {
      connection,
      connectionSummary: connection ? toConnectionSummary(connection) : null,
      freshness,
      verdicts,
      checks: checkSummaries(
        verdicts,
        complete ? undefined : notReadYet(connection),
      ),
    };
  }

  #toStale(verdicts: StoredVerdict[], factsAt: string): StoredVerdict[] {
    const since = staleSince(factsAt, this.#options.staleAfterSeconds);
    return verdicts.map(stored =>
      restsOnGorgias(stored.verdict.checkId)
        ? { ...stored, verdict: toStale(stored.verdict, since) }
        : stored,
    );
  }
}

async function loadContradictions(
  stores: Stores,
  connection: Connection | undefined,
  accounts: Account[],
): Promise<Contradiction[]> {
  // Every account of a complete read was last seen when that began.
  const readAt = accounts
    .map(({ lastSeenAt }) => lastSeenAt)
    .reduce((a, b) => (a > b ? a : b), '');
  return connection
    ? findContradictions(
        await stores.events.list(connection.id),
        accounts,
        readAt || null,
      )
    : [];
}

function notReadYet(connection: Connection | undefined): NotReadYet {
  return connection?.state === 'connected'
    ? { status: 'unknown', ground: 'The first read has not finished yet.' }
    : { status: 'not-configured', ground: 'Gorgias is not connected.' };
}
