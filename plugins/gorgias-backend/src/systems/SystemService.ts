import {
  AccountFilter,
  AccountRow,
  SystemListItem,
  SystemSummary,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { loadSystemFacts } from '../checks/evaluate';
import { toStale } from '../checks/verdict';
import { StoredVerdict } from '../checks/VerdictStore';
import {
  Connection,
  toConnectionSummary,
} from '../connections/ConnectionStore';
import { GorgiasDatabase, Stores } from '../database';
import { readAccessRule } from '../rules/accessRule';
import { toSyncRun } from '../sync/SyncRunStore';
import { matchesFilter, toAccountRow } from './accountRow';
import { checkSummaries, NotReadYet, restsOnGorgias } from './checkSummaries';
import { CriticalSystem } from './CriticalSystemStore';
import { freshnessOf, staleSince } from './freshness';
import { GorgiasEntity } from './GorgiasEntities';
import { pendingTasks } from './pendingTasks';

/** Tells how systems stand: everything here only reads. */
export class SystemService {
  readonly #database: GorgiasDatabase;
  readonly #staleAfterSeconds: number;
  readonly #now: () => Date;

  constructor(options: {
    database: GorgiasDatabase;
    staleAfterSeconds: number;
    now: () => Date;
  }) {
    this.#database = options.database;
    this.#staleAfterSeconds = options.staleAfterSeconds;
    this.#now = options.now;
  }

  /** Everything about one system but its accounts, as of one instant. */
  async summarise(
    entity: GorgiasEntity,
    canManage: boolean,
  ): Promise<SystemSummary> {
    return this.#database.transaction(async stores => {
      const { entityRef } = entity;
      const state = await this.#loadState(stores, entityRef);
      const { connection, connectionSummary, freshness, checks } = state;
      const critical = await stores.criticalSystems.get(entityRef);
      const accessRule = await readAccessRule(stores, entityRef);
      const accounts = connection
        ? await stores.accounts.list(connection.id)
        : [];
      const current =
        connection && (await stores.syncRuns.findCurrent(connection.id));
      const last =
        connection && (await stores.syncRuns.findLast(connection.id));
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
        freshness,
        sync: {
          current: current ? toSyncRun(current) : null,
          last: last ? toSyncRun(last) : null,
        },
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
      await this.#loadState(this.#database.stores, critical.entityRef);
    const rule = await this.#database.stores.accessRules.get(
      critical.entityRef,
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
        checks,
      }).length,
    };
  }

  /** The accounts of a system that a filter lets through, each with its verdicts. */
  async listAccounts(
    entityRef: string,
    filter: AccountFilter,
  ): Promise<AccountRow[]> {
    return this.#database.transaction(async stores => {
      const { verdicts } = await this.#loadState(stores, entityRef);
      const verdictsOf = new Map<string, Verdict[]>();
      for (const { accountId, verdict } of verdicts) {
        verdictsOf.set(accountId, [
          ...(verdictsOf.get(accountId) ?? []),
          verdict,
        ]);
      }
      const { accounts, identities } = await loadSystemFacts(stores, entityRef);
      return accounts
        .map(account =>
          toAccountRow(
            account,
            identities.get(account.id)!,
            verdictsOf.get(account.id) ?? [],
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
      this.#staleAfterSeconds,
      this.#now(),
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
    const since = staleSince(factsAt, this.#staleAfterSeconds);
    return verdicts.map(stored =>
      restsOnGorgias(stored.verdict.checkId)
        ? { ...stored, verdict: toStale(stored.verdict, since) }
        : stored,
    );
  }
}

function notReadYet(connection: Connection | undefined): NotReadYet {
  return connection?.state === 'connected'
    ? { status: 'unknown', ground: 'The first read has not finished yet.' }
    : { status: 'not-configured', ground: 'Gorgias is not connected.' };
}
