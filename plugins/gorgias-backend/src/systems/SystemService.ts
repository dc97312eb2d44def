import { NotFoundError } from '@backstage/errors';
import {
  AccountDetails,
  AccountFilter,
  AccountRow,
  ConnectionMethod,
  GorgiasAction,
  SystemListItem,
  SystemSummary,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { toConnectionSummary } from '../connections/ConnectionStore';
import { GorgiasDatabase } from '../database';
import { suggest } from '../identities/suggestions';
import { offboardedPeople } from '../offboarding/offboardedPeople';
import { readAccessRule } from '../rules/accessRule';
import { loadEarlyNews, loadSyncState, SyncLimits } from '../sync/syncState';
import { isOwn, matchesFilter } from './accountRow';
import { CriticalSystem } from './CriticalSystemStore';
import { GorgiasEntity } from './GorgiasEntities';
import { pendingTasks } from './pendingTasks';
import { loadSystemState } from './systemState';
import { withoutPeople } from './withoutPeople';

const MOST_CONTRADICTIONS = 20;

/** Who looks at a system, and what they may do with it. */
export interface Viewer {
  userEntityRef: string;
  actions: GorgiasAction[];
}

interface SystemServiceOptions {
  database: GorgiasDatabase;
  evaluator: Evaluator;
  /** By when the access of somebody who left is to be removed. */
  revokeWithinDays: number;
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

  /** Everything about one system but other people's accounts, as of one instant. */
  async summarise(
    entity: Omit<GorgiasEntity, 'ownerRefs'>,
    viewer: Viewer,
  ): Promise<SystemSummary> {
    const { database, evaluator, connectMethods, revokeWithinDays } =
      this.#options;
    const { entityRef } = entity;
    const limits = this.limits();
    const summary = await database.transaction(
      async (stores): Promise<SystemSummary> => {
        const { connection, freshness, checks, rows, facts, contradictions } =
          await loadSystemState(stores, entityRef, evaluator, limits);
        const critical = await stores.criticalSystems.get(entityRef);
        const accessRule = await readAccessRule(stores, entityRef);
        const sync = await loadSyncState(stores, connection, limits);
        const connectionSummary = connection
          ? toConnectionSummary(connection)
          : null;
        const requestedExceptions = await stores.exceptions.countRequested(
          entityRef,
        );
        const people = offboardedPeople(facts, {
          revocations: await stores.revocations.list(entityRef),
          offboardings: await stores.offboardings.list(),
          revokeWithinDays,
        });
        const offboarded = {
          active: people.filter(({ status }) => status === 'active').length,
          usedAfterLeaving: people.filter(person => person.usedAfterLeaving)
            .length,
        };
        const count = (wanted: string) =>
          rows.filter(({ state }) => state === wanted).length;
        return {
          entityRef,
          title: entity.title,
          ...(entity.owner && { owner: entity.owner }),
          subdomain: entity.subdomain,
          critical: critical
            ? { addedAt: critical.addedAt, addedBy: critical.addedBy }
            : null,
          connection: connectionSummary,
          connectMethods,
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
            usedAfterLeaving: offboarded.usedAfterLeaving,
            requestedExceptions,
            checks,
          }),
          ownAccounts: rows.filter(row => isOwn(row, viewer.userEntityRef)),
          offboarded,
          requestedExceptions,
          actions: viewer.actions,
          canManage: viewer.actions.includes('administrate'),
        };
      },
    );
    return viewer.actions.includes('read-accounts')
      ? summary
      : withoutPeople(summary);
  }

  /** One row of the list of critical systems. */
  async listItem(
    critical: CriticalSystem,
    entity: GorgiasEntity | undefined,
    viewer: Viewer,
  ): Promise<SystemListItem> {
    const summary = await this.summarise(
      {
        entityRef: critical.entityRef,
        title: entity?.title ?? critical.title,
        owner: entity?.owner,
        subdomain: entity?.subdomain ?? null,
      },
      viewer,
    );
    return {
      entityRef: critical.entityRef,
      title: summary.title,
      entityExists: entity !== undefined,
      subdomain: summary.subdomain ?? summary.connection?.subdomain ?? null,
      connectionState: summary.connection?.state ?? 'not-connected',
      freshness: summary.freshness,
      status: summary.status,
      checks: summary.checks,
      pendingTasks: summary.pendingTasks.length,
    };
  }

  /** The accounts of a system that a filter lets through and the viewer may see, each with its verdicts. */
  async listAccounts(
    entityRef: string,
    filter: AccountFilter,
    viewer: Viewer,
  ): Promise<AccountRow[]> {
    const { database, evaluator } = this.#options;
    const { rows } = await database.transaction(stores =>
      loadSystemState(stores, entityRef, evaluator, this.limits()),
    );
    return rows.filter(
      row => mayRead(row, viewer) && matchesFilter(row, filter),
    );
  }

  /**
   * Everything about one account.
   *
   * @throws NotFoundError when there is none, or the viewer may not see it
   */
  async getAccount(
    entityRef: string,
    accountId: string,
    viewer: Viewer,
  ): Promise<AccountDetails> {
    const { database, evaluator } = this.#options;
    const { rows, facts } = await database.transaction(stores =>
      loadSystemState(stores, entityRef, evaluator, this.limits()),
    );
    const row = rows.find(({ id }) => id === accountId);
    if (!row || !mayRead(row, viewer)) {
      throw new NotFoundError(`${entityRef} has no account ${accountId}`);
    }
    return {
      ...row,
      suggestions:
        row.identity.type === 'unidentified' &&
        viewer.actions.includes('read-accounts')
          ? suggest(row, facts.staff)
          : [],
    };
  }
}

function mayRead(row: AccountRow, viewer: Viewer): boolean {
  return (
    viewer.actions.includes('read-accounts') || isOwn(row, viewer.userEntityRef)
  );
}
