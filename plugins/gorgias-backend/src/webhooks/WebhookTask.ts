import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { GorgiasMetrics } from '../metrics';
import { SendOutcome, WebhookSender } from './WebhookSender';
import { WebhookFailure, WebhookStore } from './WebhookStore';

interface WebhookTaskOptions {
  webhookId: string;
  store: WebhookStore;
  sender: WebhookSender;
  metrics: GorgiasMetrics;
  logger: LoggerService;
  clock: Clock;
}

/** After that nobody waits for a message any more, and nothing may pile up for ever. */
export const KEPT_DAYS = 7;
const LEAST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Whatever a receiver asks for. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/** Sends one receiver what it is to be told, the oldest first, and waits longer the longer that fails. */
export class WebhookTask {
  readonly #options: WebhookTaskOptions;

  constructor(options: WebhookTaskOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { webhookId, store, sender, metrics, clock } = this.#options;
    await this.#skipOld();
    let failure = await store.findFailure(webhookId);
    if (failure && failure.nextAt > clock.now().toISOString()) {
      return;
    }
    while (!signal.aborted) {
      const message = await store.next(webhookId);
      if (!message) {
        return;
      }
      const outcome = await sender.send(message);
      if (!outcome.ok) {
        metrics.countWebhook(webhookId, 'failed');
        await this.#noteFailure(outcome, failure);
        return;
      }
      await store.noteDelivered(message.position);
      metrics.countWebhook(webhookId, 'delivered');
      if (failure) {
        await store.forgetFailure(webhookId);
        failure = undefined;
      }
    }
  }

  async #skipOld(): Promise<void> {
    const { webhookId, store, metrics, logger, clock } = this.#options;
    const skipped = await store.removeOld(webhookId, keptFrom(clock));
    if (skipped > 0) {
      metrics.countWebhook(webhookId, 'skipped', skipped);
      logger.warn(
        `The webhook ${webhookId} will never be sent ${skipped} messages, which could not be delivered for ${KEPT_DAYS} days`,
      );
    }
  }

  async #noteFailure(
    outcome: Extract<SendOutcome, { ok: false }>,
    before: WebhookFailure | undefined,
  ): Promise<void> {
    const { webhookId, store, logger, clock } = this.#options;
    const now = clock.now();
    const since = before?.since ?? now.toISOString();
    const failing = (now.getTime() - Date.parse(since)) / 1000;
    const wait = outcome.retryAfterSeconds
      ? Math.min(outcome.retryAfterSeconds, LONGEST_RETRY_AFTER_SECONDS)
      : Math.min(Math.max(failing, LEAST_WAIT_SECONDS), LONGEST_WAIT_SECONDS);
    const nextAt = new Date(now.getTime() + wait * 1000).toISOString();
    await store.noteFailure(webhookId, { since, nextAt });
    logger.warn(
      `Could not send to the webhook ${webhookId}, so it is tried again at ${nextAt}: ${outcome.reason}`,
    );
  }
}

/** When what happened is too old to be sent. */
export function keptFrom(clock: Clock): string {
  const milliseconds = KEPT_DAYS * 24 * 60 * 60 * 1000;
  return new Date(clock.now().getTime() - milliseconds).toISOString();
}
