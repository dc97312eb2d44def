import { because } from 'backstage-plugin-gorgias-checks';
import { message, PendingTask, Verdict } from 'backstage-plugin-gorgias-common';
import {
  Connection,
  toConnectionSummary,
} from '../connections/ConnectionStore';
import { GorgiasDatabase, Stores } from '../database';
import { countOffboarded } from '../offboarding/countOffboarded';
import { Answers, Question } from '../questions';
import { reviewsToDo } from '../reviews/reviewsToDo';
import { earlyNewsOf, SyncLimits, syncStateOf } from '../sync/syncState';
import { asStale, checkSummaries, NotReadYet } from './checkSummaries';
import { pendingTasks } from './pendingTasks';
import { askForStanding, Standing, toStanding } from './standing';

/**
 * How a system stands at some time, and what is left to do; counted, without
 * looking at every account.
 *
 * @param likelyId - the connection that the system probably has
 */
export async function loadSystemState(
  database: GorgiasDatabase,
  entityRef: string,
  likelyId: string,
  limits: SyncLimits,
) {
  const answers = await askOfConnection(
    database,
    likelyId,
    (stores, connectionId) => ({
      connection: stores.connections.ofEntity(entityRef),
      ...askForStanding(stores, entityRef, connectionId),
      onSystem: stores.verdicts.onSystem(entityRef),
      critical: stores.criticalSystems.of(entityRef),
      rule: stores.accessRules.of(entityRef),
      requestedExceptions: stores.exceptions.countRequested(entityRef),
      openReview: stores.reviews.open(entityRef),
      openProgress: stores.reviews.openProgress(entityRef),
      toCarryOut: stores.reviewItems.countToCarryOut(entityRef),
      poll: stores.events.lastPoll(connectionId),
      leavers: stores.judgedAccounts.ofLeavers(entityRef, connectionId),
      revocations: stores.revocations.of(entityRef),
    }),
  );
  const { critical, rule, requestedExceptions, poll } = answers;
  const standing = await toStanding(
    database.stores,
    entityRef,
    answers,
    limits,
  );
  const { connection, runs, freshness, judged, contradictions } = standing;
  const checks = toChecks(standing, answers.onSystem);
  const sync = syncStateOf(runs, limits);
  const offboarded = countOffboarded(
    judged ? answers.leavers : [],
    answers.revocations,
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
    reviews: reviewsToDo(
      {
        open: answers.openReview,
        progress: answers.openProgress,
        toCarryOut: answers.toCarryOut,
      },
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

/**
 * The answers as of one instant to questions that hang on the connection of a
 * system, which is one of them. PostgreSQL takes three times as long when each
 * of them has to find the connection as when they name it, so they are asked
 * by its likely id, and again should it be another one.
 */
async function askOfConnection<
  Questions extends Record<string, Question<unknown>> & {
    connection: Question<Connection | undefined>;
  },
>(
  database: GorgiasDatabase,
  likelyId: string,
  questionsTo: (stores: Stores, connectionId: string) => Questions,
): Promise<Answers<Questions>> {
  const ask = (id: string) => database.ask(stores => questionsTo(stores, id));
  for (let id = likelyId; ; ) {
    const answers = await ask(id);
    const connection = answers.connection as Connection | undefined;
    if (!connection || connection.id === id) {
      return answers;
    }
    id = connection.id;
  }
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
