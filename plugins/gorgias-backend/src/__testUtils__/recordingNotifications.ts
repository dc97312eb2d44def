import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';

/** Notifications that keep what is sent, and fail while there is an outage. */
export function recordingNotifications() {
  const recorded = {
    sent: [] as NotificationSendOptions[],
    outage: undefined as Error | undefined,
    /** How often sending failed. */
    failures: 0,
    /** Makes a backend use these; a new one for each backend. */
    feature: () =>
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            if (recorded.outage) {
              recorded.failures += 1;
              throw recorded.outage;
            }
            recorded.sent.push(notification);
          },
        }),
      }),
  };
  return recorded;
}
