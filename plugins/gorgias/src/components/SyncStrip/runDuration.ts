import { SyncRun } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';

/** How long a run took, short; empty while it goes on. */
export function runDuration(run: SyncRun): string {
  return run.finishedAt
    ? DateTime.fromISO(run.finishedAt)
        .diff(DateTime.fromISO(run.startedAt), ['minutes', 'seconds'])
        .mapUnits(value => Math.round(value))
        .removeZeros()
        .toHuman({ unitDisplay: 'narrow' }) || '<1s'
    : '';
}
