import { staleStatus } from 'backstage-plugin-gorgias-checks';
import {
  CHECK_IDS,
  CheckId,
  countStatuses,
  TrendDay,
  VERDICT_STATUSES,
  VerdictCounts,
} from 'backstage-plugin-gorgias-common';
import { restsOnGorgias, StatusCount } from '../systems/checkSummaries';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A day of a system as it was judged last. */
export interface JudgedDay extends TrendDay {
  /** When the facts it rests on get too old; `null` while nothing was read. */
  staleAt: string | null;
}

/** The day of a time in UTC, or one that many days before it. */
export function dayOf(time: string, daysBefore = 0): string {
  return new Date(Date.parse(time) - daysBefore * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 10);
}

/** When a day begins. */
export function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/** How many verdicts of each check have each status, given how many there are of those that there are. */
export function countByCheck(
  counts: readonly StatusCount[],
): TrendDay['checks'] {
  const checks = forEachCheck(() => countStatuses([]));
  for (const { checkId, status, n } of counts) {
    checks[checkId][status] += n;
  }
  return checks;
}

/**
 * How a day ended, or has come to by now. Facts that got too old before that
 * count as stale, whether or not anybody was there to judge them then.
 */
export function asItEnded(
  { day, checks, staleAt }: JudgedDay,
  now: string,
): TrendDay {
  const end = [startOf(dayOf(startOf(day), -1)), now].sort()[0];
  return staleAt === null || end <= staleAt
    ? { day, checks }
    : {
        day,
        checks: forEachCheck(checkId =>
          restsOnGorgias(checkId)
            ? toStaleCounts(checks[checkId])
            : checks[checkId],
        ),
      };
}

function toStaleCounts(counts: VerdictCounts): VerdictCounts {
  const stale = countStatuses([]);
  for (const status of VERDICT_STATUSES) {
    stale[staleStatus(status)] += counts[status];
  }
  return stale;
}

function forEachCheck(
  countsOf: (checkId: CheckId) => VerdictCounts,
): TrendDay['checks'] {
  return Object.fromEntries(
    CHECK_IDS.map(checkId => [checkId, countsOf(checkId)]),
  ) as TrendDay['checks'];
}
