import { because } from 'backstage-plugin-gorgias-checks';
import { message, PendingTask } from 'backstage-plugin-gorgias-common';
import {
  Connection,
  toConnectionSummary,
} from '../connections/ConnectionStore';
import { Stores } from '../database';
import { countOffboarded } from '../offboarding/countOffboarded';
import { loadReviewsToDo } from '../reviews/reviewsToDo';
import { SyncLimits, syncStateOf } from '../sync/syncState';
import { asStale, checkSummaries, NotReadYet } from './checkSummaries';
import { pendingTasks } from './pendingTasks';
import { loadStanding, Standing } from './standing';

/** How a system stands at some time, and what is left to do; counted, without looking at every account. */
export async function loadSystemState(
  stores: Stores,
  entityRef: string,
  limits: SyncLimits,
) {
  const standing = await loadStanding(stores, entityRef, limits);
  const { connection, runs, freshness, judged, contradictions } = standing;
  const checks = await loadChecks(stores, standing);
  const critical = await stores.criticalSystems.get(entityRef);
  const rule = await stores.accessRules.get(entityRef);
  const sync = syncStateOf(runs, limits);
  const requestedExceptions = await stores.exceptions.countRequested(entityRef);
  const leavers = judged
    ? await stores.judgedAccounts.listOfLeavers(entityRef, judged.id)
    : [];
  const offboarded = countOffboarded(
    leavers,
    leavers.length > 0 ? await stores.revocations.list(entityRef) : new Map(),
  );
  const connectionSummary = connection ? toConnectionSummary(connection) : null;
  const tasks: PendingTask[] = pendingTasks({
    connection: connectionSummary,
    isCritical: critical !== undefined,
    hasRule: rule !== undefined,
    freshness,
    isHeld: sync.held !== null,
    contradictions: contradictions.length,
    usedAfterLeaving: offboarded.usedAfterLeaving,
    requestedExceptions,
    reviews: await loadReviewsToDo(stores, entityRef, limits.now),
    checks,
  });
  return {
    standing,
    connection: connectionSummary,
    critical,
    rule,
    checks,
    sync,
    requestedExceptions,
    offboarded,
    pendingTasks: tasks,
  };
}

async function loadChecks(
  stores: Stores,
  { entityRef, connection, freshness, counts }: Standing,
) {
  const [ofSystem] = await stores.verdicts.listAbout(entityRef, ['']);
  return checkSummaries(
    freshness.stale ? asStale(counts.verdicts) : counts.verdicts,
    ofSystem?.verdict,
    freshness.factsAt === null ? notReadYet(connection) : undefined,
  );
}

function notReadYet(connection: Connection | undefined): NotReadYet {
  return connection?.state === 'connected'
    ? { status: 'unknown', ...because(message('verdict.notReadYet')) }
    : {
        status: 'not-configured',
        ...because(message('verdict.notConnected')),
      };
}
