import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { send } from './replicaMessages';

/**
 * The real scheduler of Backstage, which tells the test whom it lets do what.
 * It looks for sync runs more often than in production, to save time.
 */
export const tellingScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    logger: coreServices.logger,
    rootLifecycle: coreServices.rootLifecycle,
    httpRouter: coreServices.httpRouter,
    pluginMetadata: coreServices.pluginMetadata,
    metrics: metricsServiceRef,
  },
  factory(deps): SchedulerService {
    const scheduler = DefaultSchedulerService.create(deps);
    const scheduleTask: SchedulerService['scheduleTask'] = task =>
      scheduler.scheduleTask({
        ...task,
        ...(task.id === 'sync' && { frequency: { milliseconds: 300 } }),
        async fn(signal) {
          send({ type: 'task', id: task.id, running: true });
          try {
            await task.fn(signal);
          } finally {
            send({ type: 'task', id: task.id, running: false });
          }
        },
      });
    return new Proxy(scheduler, {
      get(target, name) {
        if (name === 'scheduleTask') {
          return scheduleTask;
        }
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  },
});
