import {
  CheckId,
  TrendDay,
  VERDICT_STATUSES,
  VerdictCounts,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';

/** How many days are plotted. */
export const TREND_DAYS = 90;

/** A day of one check; without counts nobody knows how it stood. */
export interface TrendPoint {
  day: string;
  counts?: VerdictCounts;
}

/** Every day of the time up to a moment, oldest first, also those on which nothing was judged. */
export function trendPoints(
  days: TrendDay[],
  checkId: CheckId,
  until: DateTime,
): TrendPoint[] {
  const known = new Map(days.map(({ day, checks }) => [day, checks[checkId]]));
  return Array.from({ length: TREND_DAYS }, (_, index) => {
    const day = until
      .toUTC()
      .minus({ days: TREND_DAYS - 1 - index })
      .toISODate()!;
    return { day, counts: known.get(day) };
  });
}

/** The statuses that occur, worst first; what is not judged is not plotted. */
export function plottedStatuses(points: TrendPoint[]): VerdictStatus[] {
  return VERDICT_STATUSES.filter(
    status =>
      status !== 'not-applicable' &&
      points.some(({ counts }) => (counts?.[status] ?? 0) > 0),
  );
}

/** The failing ones over the time, in a few numbers; nothing when nothing was judged. */
export function failingInShort(points: TrendPoint[]) {
  const known = points.filter(
    (point): point is Required<TrendPoint> => point.counts !== undefined,
  );
  if (known.length === 0) {
    return undefined;
  }
  const failing = known.map(({ counts }) => counts.failing);
  return {
    first: known[0],
    last: known[known.length - 1],
    least: Math.min(...failing),
    most: Math.max(...failing),
    gaps: points.length - known.length,
  };
}
