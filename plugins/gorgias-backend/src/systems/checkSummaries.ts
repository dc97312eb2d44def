import {
  CHECK_IDS,
  CHECK_TITLES,
  CheckId,
  CheckSummary,
  countStatuses,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { StoredVerdict } from '../checks/VerdictStore';

/** What is said of the checks that need to read Gorgias, before the first complete read. */
export type NotReadYet = Pick<Verdict, 'status' | 'ground'>;

/** Sums up the verdicts of a system by check. */
export function checkSummaries(
  verdicts: StoredVerdict[],
  notReadYet: NotReadYet | undefined,
): CheckSummary[] {
  return CHECK_IDS.map(checkId => {
    const own = verdicts
      .map(({ verdict }) => verdict)
      .filter(verdict => verdict.checkId === checkId);
    const statuses = own.map(verdict => verdict.status);
    const summary = {
      checkId,
      title: CHECK_TITLES[checkId],
      status: worstStatus(statuses),
      counts: countStatuses(statuses),
    };
    if (checkId === 'access-control-configured') {
      return { ...summary, ...(own[0] && { ground: own[0].ground }) };
    }
    return notReadYet ? { ...summary, ...notReadYet } : summary;
  });
}

/** Whether a check rests on facts read from Gorgias, which get stale. */
export function restsOnGorgias(checkId: CheckId): boolean {
  return checkId !== 'access-control-configured';
}
