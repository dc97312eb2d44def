import {
  ACCOUNT_CHECKS,
  CHECK_TITLES,
  VERDICT_STATUSES,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';

/** The checks that judge accounts, and what they are called. */
export const CHECKS: ReadonlyArray<[checkId: string, title: string]> =
  ACCOUNT_CHECKS.map(({ id }) => [id, CHECK_TITLES[id]]);

/** Whether a verdict can be this, as this version knows them. */
export function isStatus(status: string | undefined): status is VerdictStatus {
  return (VERDICT_STATUSES as readonly (string | undefined)[]).includes(status);
}
