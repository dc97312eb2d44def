import { SyncRun } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';

/** How long a run took, short and in the way of a locale; empty while it goes on. */
export function runDuration(run: SyncRun, locale: string): string {
  return run.finishedAt
    ? DateTime.fromISO(run.finishedAt, { locale })
        .diff(DateTime.fromISO(run.startedAt), ['minutes', 'seconds'])
        .mapUnits(value => Math.round(value))
        .removeZeros()
        .toHuman({ unitDisplay: 'narrow' }) || '<1s'
    : '';
}
