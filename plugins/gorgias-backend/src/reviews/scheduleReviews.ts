import { SchedulerService } from '@backstage/backend-plugin-api';
import { ReviewTask } from './ReviewTask';

/** Begins reviews and reminds people of them as time goes by; on one replica at a time. */
export async function scheduleReviews(
  scheduler: SchedulerService,
  task: ReviewTask,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'reviews',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: () => task.run(),
  });
}
