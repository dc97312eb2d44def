import { CheckId, Verdict, VerdictStatus } from './checks';
import { message, sayInEnglish } from './messages';
import { toDo } from './says';
import { Outcome } from './subjects';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** By when a failing verdict should be fixed, in days after it began to fail. @public */
export type DueDays = Readonly<Record<CheckId, number>>;

/** What is taken where the configuration says nothing else. @public */
export const DEFAULT_DUE_DAYS: DueDays = {
  'user-identified': 7,
  'offboarded-access-removed': 1,
  'access-control-configured': 7,
  'mfa-enabled': 7,
  'access-valid': 7,
};

/** Makes an outcome a verdict: it holds since now, or since before if the status has not changed. @public */
export function toVerdict(
  checkId: CheckId,
  outcome: Outcome & { exceptionId?: string },
  previous: Verdict | undefined,
  { now, dueDays }: { now: string; dueDays: DueDays },
): Verdict {
  const since = previous?.status === outcome.status ? previous.since : now;
  const { status, ground, groundParts, remedy, remedyParts } = outcome;
  const { facts, owner, exceptionId } = outcome;
  // Not put together of parts, which takes several times as long, since there
  // are five of these for every account.
  const verdict: Verdict = groundParts
    ? { checkId, status, ground, groundParts, facts, since }
    : { checkId, status, ground, facts, since };
  if (remedy) verdict.remedy = remedy;
  if (remedyParts) verdict.remedyParts = remedyParts;
  if (exceptionId) verdict.exceptionId = exceptionId;
  if (status === 'failing') {
    verdict.dueAt = new Date(
      Date.parse(since) + dueDays[checkId] * DAY_MILLISECONDS,
    ).toISOString();
    if (owner) verdict.owner = owner;
  }
  return verdict;
}

/** What is left of a status when the facts it rests on are older than allowed. @public */
export function staleStatus(status: VerdictStatus): VerdictStatus {
  return status === 'not-applicable' || status === 'not-configured'
    ? status
    : 'stale';
}

/**
 * What is left of a verdict when the facts it rests on are older than
 * allowed: what it was, and since when nobody knows any better.
 *
 * @public
 */
export function toStale(verdict: Verdict, staleSince: string): Verdict {
  if (staleStatus(verdict.status) !== 'stale') {
    return verdict;
  }
  const { dueAt, owner, groundParts, ...rest } = verdict;
  const lead = message('verdict.stale', {
    status: message(`wasStatus.${verdict.status}`),
  });
  return {
    ...rest,
    status: 'stale',
    ground: `${sayInEnglish([lead])} ${verdict.ground}`,
    ...(groundParts && { groundParts: [lead, ...groundParts] }),
    ...toDo(message('verdict.seeWhyFailed')),
    since: staleSince,
  };
}
