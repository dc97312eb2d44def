import { because, staleStatus } from 'backstage-plugin-gorgias-checks';
import {
  CHECK_IDS,
  CHECK_TITLES,
  CheckId,
  CheckSummary,
  countStatuses,
  message,
  Verdict,
  VERDICT_STATUSES,
  VerdictStatus,
  worstStatus,
} from 'backstage-plugin-gorgias-common';

/** What is said of a check that has no verdicts yet. */
export type NotReadYet = Pick<Verdict, 'status' | 'ground' | 'groundParts'>;

/** How many verdicts of a check have a status. */
export interface StatusCount {
  checkId: CheckId;
  status: VerdictStatus;
  n: number;
}

/** What is said of a system that nobody did anything with yet. */
const NOT_ADDED: NotReadYet = {
  status: 'not-configured',
  ...because(message('verdict.notAdded')),
};

/** Sums up the verdicts of a system by check. */
export function checkSummaries(
  counted: readonly StatusCount[],
  accessControl: Verdict | undefined,
  notReadYet: NotReadYet | undefined,
): CheckSummary[] {
  return CHECK_IDS.map(checkId => {
    const counts = countStatuses([]);
    for (const { status, n } of counted.filter(c => c.checkId === checkId)) {
      counts[status] += n;
    }
    const summary = {
      checkId,
      title: CHECK_TITLES[checkId],
      status: worstStatus(
        VERDICT_STATUSES.filter(status => counts[status] > 0),
      ),
      counts,
    };
    if (checkId === 'access-control-configured') {
      const { status, ground, groundParts } = accessControl ?? NOT_ADDED;
      return {
        ...summary,
        status,
        ground,
        ...(groundParts && { groundParts }),
      };
    }
    return notReadYet ? { ...summary, ...notReadYet } : summary;
  });
}

/** What is left of counts when the facts that they rest on are older than allowed. */
export function asStale(counted: readonly StatusCount[]): StatusCount[] {
  return counted.map(count =>
    restsOnGorgias(count.checkId)
      ? { ...count, status: staleStatus(count.status) }
      : count,
  );
}

/** Whether a check rests on facts read from Gorgias, which get stale. */
export function restsOnGorgias(checkId: CheckId): boolean {
  return checkId !== 'access-control-configured';
}
