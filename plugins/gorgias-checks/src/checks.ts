import { GORGIAS_MESSAGES, Message } from './messages';

/**
 * The five access checks, in the order they are shown.
 *
 * @public
 */
export const CHECK_IDS = [
  'user-identified',
  'offboarded-access-removed',
  'access-control-configured',
  'mfa-enabled',
  'access-valid',
] as const;

/** The id of one of the five access checks. @public */
export type CheckId = (typeof CHECK_IDS)[number];

/** The titles of the checks, as users of compliance tools know them. @public */
export const CHECK_TITLES: Readonly<Record<CheckId, string>> =
  GORGIAS_MESSAGES.checkTitles;

/**
 * Every status a verdict can have, worst first. A system's check takes the
 * first of these that any of its verdicts has.
 *
 * @public
 */
export const VERDICT_STATUSES = [
  'failing',
  'unknown',
  'stale',
  'not-configured',
  'exempt',
  'passing',
  'not-applicable',
] as const;

/** What a verdict says. `unknown`, `stale` and `exempt` are never passing. @public */
export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

/**
 * A single fact a verdict rests on, kept with it so that it can be checked
 * later. Times are ISO 8601 in UTC.
 *
 * @public
 */
export type VerdictFacts = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/**
 * The outcome of one check for one account or, for
 * `access-control-configured`, for one critical system.
 *
 * @public
 */
export interface Verdict {
  checkId: CheckId;
  status: VerdictStatus;
  /** Why, in a sentence a person understands. */
  ground: string;
  /** The same by ids, so that everybody can read it in their language; none for what was judged by an earlier version. */
  groundParts?: Message[];
  /** What to do about it; present unless the verdict is passing or not applicable. */
  remedy?: string;
  remedyParts?: Message[];
  /** The facts the verdict used. */
  facts: VerdictFacts;
  /** Since when this status holds, ISO 8601 in UTC. */
  since: string;
  /** When failing: by when it should be fixed, ISO 8601 in UTC. */
  dueAt?: string;
  /** When failing: the entity ref of the user or group asked to act, if known. */
  owner?: string;
  /** When exempt: the exception in force. */
  exceptionId?: string;
}

/** How many verdicts of a check have each status. @public */
export type VerdictCounts = Record<VerdictStatus, number>;

/** One check of one critical system: the worst of its verdicts, and how many of each. @public */
export interface CheckSummary {
  checkId: CheckId;
  title: string;
  status: VerdictStatus;
  counts: VerdictCounts;
  /** Why, when the check has a single verdict or none could be given. */
  ground?: string;
  groundParts?: Message[];
}

/**
 * The worst of some statuses, in the order of {@link VERDICT_STATUSES}.
 * Nothing to judge is `not-applicable`.
 *
 * @public
 */
export function worstStatus(statuses: Iterable<VerdictStatus>): VerdictStatus {
  const present = new Set(statuses);
  return (
    VERDICT_STATUSES.find(status => present.has(status)) ?? 'not-applicable'
  );
}

/** Counts statuses; every status has an entry. @public */
export function countStatuses(
  statuses: Iterable<VerdictStatus>,
): VerdictCounts {
  const counts = Object.fromEntries(
    VERDICT_STATUSES.map(status => [status, 0]),
  ) as VerdictCounts;
  for (const status of statuses) {
    counts[status] += 1;
  }
  return counts;
}
