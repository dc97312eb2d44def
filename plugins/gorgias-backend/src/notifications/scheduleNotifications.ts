import { SchedulerService } from '@backstage/backend-plugin-api';
import { NotificationTask } from './NotificationTask';

/** Tells people what is theirs to do; on one replica at a time. */
export async function scheduleNotifications(
  scheduler: SchedulerService,
  task: NotificationTask,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'notifications',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: () => task.run(),
  });
}
