import { SystemSummary } from 'backstage-plugin-gorgias-common';

/** Stands for the sync runs of a system: when it changes, so have they. */
export function runsVersion({ sync }: SystemSummary): string {
  return [sync.current, sync.last, sync.held]
    .map(run => run && `${run.id} ${run.outcome}`)
    .join(' ');
}
