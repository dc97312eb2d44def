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

/** What is said of a check that has no verdicts yet. */
export type NotReadYet = Pick<Verdict, 'status' | 'ground'>;

/** What is said of a system that nobody did anything with yet. */
const NOT_ADDED: NotReadYet = {
  status: 'not-configured',
  ground: 'It has not been added as a critical system.',
};

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
      const { status, ground } = own[0] ?? NOT_ADDED;
      return { ...summary, status, ground };
    }
    return notReadYet ? { ...summary, ...notReadYet } : summary;
  });
}

/** Whether a check rests on facts read from Gorgias, which get stale. */
export function restsOnGorgias(checkId: CheckId): boolean {
  return checkId !== 'access-control-configured';
}
