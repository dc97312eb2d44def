import { SystemTrends } from 'backstage-plugin-gorgias-common';

const DAY_SECONDS = 24 * 60 * 60;

/** One removal of access, against the target. */
export interface Removal {
  removedAt: string;
  /** The same, in milliseconds. */
  at: number;
  tookSeconds: number;
  days: number;
  isLate: boolean;
}

/** The removals of access, each said to be late or not. */
export function removalsOf(trends: SystemTrends): Removal[] {
  return trends.revocations.map(({ removedAt, tookSeconds }) => ({
    removedAt,
    at: Date.parse(removedAt),
    tookSeconds,
    days: tookSeconds / DAY_SECONDS,
    isLate: tookSeconds > trends.revokeWithinDays * DAY_SECONDS,
  }));
}
