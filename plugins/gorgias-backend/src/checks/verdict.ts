import { CheckId, Verdict } from 'backstage-plugin-gorgias-common';
import { Outcome } from './types';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** By when a failing verdict should be fixed, in days after it began to fail. */
export type DueDays = Readonly<Record<CheckId, number>>;

/** What is taken where the configuration says nothing else. */
export const DEFAULT_DUE_DAYS: DueDays = {
  'user-identified': 7,
  'offboarded-access-removed': 1,
  'access-control-configured': 7,
  'mfa-enabled': 7,
  'access-valid': 7,
};

/** Makes an outcome a verdict: it holds since now, or since before if the status has not changed. */
export function toVerdict(
  checkId: CheckId,
  outcome: Outcome & { exceptionId?: string },
  previous: Verdict | undefined,
  { now, dueDays }: { now: string; dueDays: DueDays },
): Verdict {
  const since = previous?.status === outcome.status ? previous.since : now;
  const { status, ground, remedy, facts, owner, exceptionId } = outcome;
  return {
    checkId,
    status,
    ground,
    ...(remedy && { remedy }),
    facts,
    since,
    ...(status === 'failing' && {
      dueAt: new Date(
        Date.parse(since) + dueDays[checkId] * DAY_MILLISECONDS,
      ).toISOString(),
      ...(owner && { owner }),
    }),
    ...(exceptionId && { exceptionId }),
  };
}

/**
 * What is left of a verdict when the facts it rests on are older than
 * allowed: what it was, and since when nobody knows any better.
 */
export function toStale(verdict: Verdict, staleSince: string): Verdict {
  if (
    verdict.status === 'not-applicable' ||
    verdict.status === 'not-configured'
  ) {
    return verdict;
  }
  const { dueAt, owner, ...rest } = verdict;
  return {
    ...rest,
    status: 'stale',
    ground: `Gorgias has not been read for too long. When it last was, this was ${verdict.status}: ${verdict.ground}`,
    remedy: 'See why the last sync failed, and sync again.',
    since: staleSince,
  };
}
