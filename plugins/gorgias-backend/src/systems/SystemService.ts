import {
  ConnectionMethod,
  SystemListItem,
  SystemSummary,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { askForOwnRows, toAccountRows } from '../accounts/accountRows';
import { Viewer } from '../accounts/AccountService';
import { begun } from '../begun';
import { Clock } from '../clock';
import { connectionIdOf } from '../connections/connectionId';
import { GorgiasDatabase } from '../database';
import { withMissing } from '../rules/accessRule';
import { SharedReads } from '../SharedReads';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from './CriticalSystemStore';
import { GorgiasEntity } from './GorgiasEntities';
import { loadSystemState } from './systemState';
import { withoutPeople } from './withoutPeople';

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
  readonly #shared = new SharedReads<
    Awaited<ReturnType<typeof loadForEverybody>>
  >();

  constructor(options: SystemServiceOptions) {
    this.#options = options;
  }

  /** What is allowed, at this time. */
  limits(): SyncLimits {
    const { staleAfterSeconds, timeoutSeconds, clock } = this.#options;
    return { staleAfterSeconds, timeoutSeconds, now: clock.now() };
  }

  /** Everything about one system but other people's accounts. */
  async summarise(
    entity: Omit<GorgiasEntity, 'ownerRefs'>,
    viewer: Viewer,
  ): Promise<SystemSummary> {
    const { database, connectMethods } = this.#options;
    const { userEntityRef, actions } = viewer;
    const { entityRef } = entity;
    const likelyId = likelyIdOf(entity);
    const ownOf = async (connectionId: string) =>
      userEntityRef === undefined
        ? undefined
        : database.ask(stores =>
            askForOwnRows(stores, entityRef, connectionId, userEntityRef),
          );
    // Of the viewer alone, so asked for meanwhile.
    const own = begun(ownOf(likelyId));
    const state = await this.#shared.read(entityRef, () =>
      loadForEverybody(database, entityRef, likelyId, this.limits()),
    );
    const { standing, critical, checks } = state;
    const { judged, contradictions, counts } = standing;
    const found = await (judged && judged.id !== likelyId
      ? ownOf(judged.id)
      : own);
    const summary: SystemSummary = {
      entityRef,
      title: entity.title,
      ...(entity.owner && { owner: entity.owner }),
      subdomain: entity.subdomain,
      critical: critical
        ? { addedAt: critical.addedAt, addedBy: critical.addedBy }
        : null,
      connection: state.connection,
      connectMethods,
      freshness: standing.freshness,
      sync: state.sync,
      earlyNews: state.earlyNews,
      contradictions: contradictions.slice(0, MOST_CONTRADICTIONS),
      checks,
      status: worstStatus(checks.map(check => check.status)),
      accounts: judged
        ? counts.accounts
        : { active: 0, deactivated: 0, gone: 0 },
      accessRule: state.accessRule,
      pendingTasks: state.pendingTasks,
      ownAccounts: found
        ? toAccountRows(
            standing,
            found.listed.map(({ id }) => id),
            found,
          )
        : [],
      offboarded: state.offboarded,
      requestedExceptions: state.requestedExceptions,
      actions,
      canManage: actions.includes('administrate'),
    };
    return actions.includes('read-accounts') ? summary : withoutPeople(summary);
  }

  /** One row of the list of critical systems. */
  async listItem(
    critical: CriticalSystem,
    entity: GorgiasEntity | undefined,
  ): Promise<SystemListItem> {
    const { entityRef } = critical;
    const { standing, checks, pendingTasks } = await loadSystemState(
      this.#options.database,
      entityRef,
      likelyIdOf({ entityRef, subdomain: entity?.subdomain ?? null }),
      this.limits(),
    );
    const { connection, freshness } = standing;
    return {
      entityRef,
      title: entity?.title ?? critical.title,
      entityExists: entity !== undefined,
      subdomain: entity?.subdomain ?? connection?.subdomain ?? null,
      connectionState: connection?.state ?? 'not-connected',
      freshness,
      status: worstStatus(checks.map(check => check.status)),
      checks,
      pendingTasks: pendingTasks.length,
    };
  }
}

/** The connection that a system has, unless its annotation was changed since: that to the account it names. */
function likelyIdOf(
  entity: Pick<GorgiasEntity, 'entityRef' | 'subdomain'>,
): string {
  return connectionIdOf(entity.entityRef, entity.subdomain ?? '');
}

/** What of a summary is the same for everybody who looks. */
async function loadForEverybody(
  database: GorgiasDatabase,
  entityRef: string,
  likelyId: string,
  limits: SyncLimits,
) {
  const state = await loadSystemState(database, entityRef, likelyId, limits);
  const { connection } = state.standing;
  return {
    ...state,
    // Afterwards, since only the rule tells what to look for; nothing else that is said hangs on it.
    accessRule: await withMissing(database.stores, state.rule, connection),
  };
}
