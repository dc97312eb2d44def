import {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { SyncService } from './SyncService';

/**
 * Two tasks, each run by one backend at a time: one asks for runs by the
 * configured schedule, the other does what was asked for, also by people, a
 * moment after it was.
 */
export async function scheduleSync(
  scheduler: SchedulerService,
  sync: SyncService,
  schedule: SchedulerServiceTaskScheduleDefinition,
): Promise<void> {
  await scheduler.scheduleTask({
    ...schedule,
    id: 'request-sync',
    scope: 'global',
    fn: () => sync.requestAll(),
  });
  await scheduler.scheduleTask({
    id: 'sync',
    scope: 'global',
    frequency: { seconds: 2 },
    timeout: schedule.timeout,
    fn: signal => sync.runRequested(signal),
  });
}
