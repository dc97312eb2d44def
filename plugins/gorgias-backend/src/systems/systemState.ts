import { because } from 'backstage-plugin-gorgias-checks';
import { message, PendingTask, Verdict } from 'backstage-plugin-gorgias-common';
import {
  Connection,
  toConnectionSummary,
} from '../connections/ConnectionStore';
import { Stores } from '../database';
import { countOffboarded } from '../offboarding/countOffboarded';
import { loadReviewsToDo } from '../reviews/reviewsToDo';
import { earlyNewsOf, SyncLimits, syncStateOf } from '../sync/syncState';
import { asStale, checkSummaries, NotReadYet } from './checkSummaries';
import { pendingTasks } from './pendingTasks';
import { askForStanding, Standing, toStanding } from './standing';

/** How a system stands at some time, and what is left to do; counted, without looking at every account. */
export async function loadSystemState(
  stores: Stores,
  entityRef: string,
  limits: SyncLimits,
) {
  const answers = await stores.ask({
    ...askForStanding(stores, entityRef),
    onSystem: stores.verdicts.onSystem(entityRef),
    critical: stores.criticalSystems.of(entityRef),
    rule: stores.accessRules.of(entityRef),
    requestedExceptions: stores.exceptions.countRequested(entityRef),
    openReview: stores.reviews.open(entityRef),
    toCarryOut: stores.reviewItems.countToCarryOut(entityRef),
    poll: stores.events.lastPoll(stores.connections.idOfEntity(entityRef)),
  });
  const { critical, rule, requestedExceptions, poll } = answers;
  const standing = await toStanding(stores, entityRef, answers, limits);
  const { connection, runs, freshness, judged, contradictions } = standing;
  const checks = toChecks(standing, answers.onSystem);
  const sync = syncStateOf(runs, limits);
  const offboarded = await loadOffboarded(stores, entityRef, judged);
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
    reviews: await loadReviewsToDo(
      stores,
      { open: answers.openReview, toCarryOut: answers.toCarryOut },
      limits.now,
    ),
    checks,
  });
  return {
    standing,
    connection: connectionSummary,
    critical,
    rule,
    checks,
    sync,
    earlyNews: earlyNewsOf(connection, poll),
    requestedExceptions,
    offboarded,
    pendingTasks: tasks,
  };
}

async function loadOffboarded(
  stores: Stores,
  entityRef: string,
  judged: Connection | undefined,
) {
  if (!judged) {
    return countOffboarded([], new Map());
  }
  const { leavers, revocations } = await stores.ask({
    leavers: stores.judgedAccounts.ofLeavers(entityRef, judged.id),
    revocations: stores.revocations.of(entityRef),
  });
  return countOffboarded(leavers, revocations);
}

function toChecks(
  { connection, freshness, counts }: Standing,
  onSystem: Verdict | undefined,
) {
  return checkSummaries(
    freshness.stale ? asStale(counts.verdicts) : counts.verdicts,
    onSystem,
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
