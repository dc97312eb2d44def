import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { GorgiasMetrics } from '../metrics';
import { Webhook } from './webhooksConfig';
import { WebhookSender } from './WebhookSender';
import { WebhookStore } from './WebhookStore';
import { keptFrom, WebhookTask } from './WebhookTask';

/** Sends to each receiver by a task of its own, so that none waits for another; each on one replica at a time. */
export async function scheduleWebhooks(
  scheduler: SchedulerService,
  webhooks: readonly Webhook[],
  context: {
    store: WebhookStore;
    metrics: GorgiasMetrics;
    logger: LoggerService;
    clock: Clock;
  },
): Promise<void> {
  const { store, clock } = context;
  await store.removeOldOfOthers(
    webhooks.map(({ id }) => id),
    keptFrom(clock),
  );
  for (const webhook of webhooks) {
    const task = new WebhookTask({
      ...context,
      webhookId: webhook.id,
      sender: new WebhookSender(webhook, clock),
    });
    await scheduler.scheduleTask({
      id: `webhook-${webhook.id}`,
      scope: 'global',
      frequency: { seconds: 5 },
      timeout: { minutes: 5 },
      fn: signal => task.run(signal),
    });
  }
}
