import {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { NewsService } from '../events/NewsService';
import { SyncService } from './SyncService';

/**
 * Three tasks, each run by one replica at a time: one asks for runs by the
 * configured schedule, one asks for runs when Gorgias' event log tells of a
 * change, and one does what was asked for, also by people, a moment after it
 * was.
 */
export async function scheduleSync(
  scheduler: SchedulerService,
  services: { sync: SyncService; news: NewsService },
  schedule: SchedulerServiceTaskScheduleDefinition,
): Promise<void> {
  const { sync, news } = services;
  await scheduler.scheduleTask({
    ...schedule,
    id: 'request-sync',
    scope: 'global',
    fn: () => sync.requestAll(),
  });
  await scheduler.scheduleTask({
    id: 'poll-events',
    scope: 'global',
    // A change is to be judged within 90 seconds: this, and then a run.
    frequency: { seconds: 30 },
    timeout: { minutes: 2 },
    fn: signal => news.poll(signal),
  });
  await scheduler.scheduleTask({
    id: 'sync',
    scope: 'global',
    // Somebody waits for it.
    frequency: { milliseconds: 500 },
    timeout: schedule.timeout,
    fn: signal => sync.runRequested(signal),
  });
}
