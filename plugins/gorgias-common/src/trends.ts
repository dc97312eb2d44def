import { CheckId, VerdictCounts } from 'backstage-plugin-gorgias-checks';
import { TimeToRevoke } from './people';

/** How the checks of a system stood at the end of a day. @public */
export interface TrendDay {
  /** The day in UTC, as `YYYY-MM-DD`. */
  day: string;
  /** How many verdicts of each check had each status. */
  checks: Record<CheckId, VerdictCounts>;
}

/**
 * How a system stood over some time, from `GET .../trends`. Says nothing of
 * single people.
 *
 * @public
 */
export interface SystemTrends {
  /** Oldest first. A day on which nothing was judged is left out: nobody knows how it stood. */
  days: TrendDay[];
  timeToRevoke: TimeToRevoke;
  /** Within how many days of leaving access is to be removed. */
  revokeWithinDays: number;
  /** When access of somebody who left was removed, and how long after leaving; oldest first. */
  revocations: Array<{ removedAt: string; tookSeconds: number }>;
}

/**
 * Whose accounts a line of the {@link AccessMatrix} counts: those of the
 * members of a group, or those that belong to no group.
 *
 * @public
 */
export type AccessMatrixLine =
  | { type: 'org-role'; orgRole: string; title: string }
  | {
      type:
        | 'no-org-role'
        | 'offboarded'
        | 'service-account'
        | 'external'
        | 'unidentified';
    };

/** The active accounts of a line with one Gorgias role. @public */
export interface AccessMatrixCell {
  /** Index into `lines`. */
  line: number;
  /** Raw role name; `null` for accounts without a role. */
  gorgiasRole: string | null;
  accounts: number;
  /** Their verdicts of `access-valid`. */
  valid: VerdictCounts;
}

/**
 * Which org roles have which Gorgias roles, from `GET .../access-matrix`.
 * Somebody in several groups is counted in each of them; groups are those
 * that people are in directly.
 *
 * @public
 */
export interface AccessMatrix {
  lines: AccessMatrixLine[];
  /** Raw role names, those that may do the most first; `null` for none. */
  gorgiasRoles: Array<string | null>;
  /** Only cells with accounts. */
  cells: AccessMatrixCell[];
}
