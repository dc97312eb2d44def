import { Webhook as Signer } from 'standardwebhooks';
import type { Dispatcher, RetryHandler } from 'undici';
import { Clock } from '../clock';
import { Webhook } from './webhooksConfig';
import { WebhookMessage } from './WebhookStore';

/** What became of a try to send something. */
export type SendOutcome =
  | { ok: true }
  | {
      ok: false;
      /** Why, without anything secret. */
      reason: string;
      /** How long the receiver asks to be left alone. */
      retryAfterSeconds?: number;
    };

/** For one message, all tries of a run included. */
const TIMEOUT_MILLISECONDS = 60_000;
const ANSWER_MILLISECONDS = 15_000;
/** No answer is read further. */
const MAX_ANSWER_BYTES = 16 * 1024;

const RETRY: RetryHandler.RetryOptions = {
  methods: ['POST'],
  maxRetries: 3,
  // With 429 and 503 a receiver says when it wants to be asked again. That may
  // be far off, so it is kept in the database instead.
  statusCodes: [500, 502, 504],
  // The last answer is looked at here.
  throwOnError: false,
};

/**
 * The HTTP client, whose hundred modules are loaded only where there is a
 * webhook. By `require`, since Jest, also that of a host, knows no `import()`.
 */
const undici = () => require('undici') as typeof import('undici');

/** Signs messages for one receiver as Standard Webhooks says, and sends them. */
export class WebhookSender {
  readonly #url: string;
  readonly #signer: Signer;
  readonly #clock: Clock;
  readonly #dispatcher: Dispatcher;

  /** @param retry - how trouble that passes is tried again at once, where it differs */
  constructor(
    webhook: Webhook,
    clock: Clock,
    retry: RetryHandler.RetryOptions = {},
  ) {
    this.#url = webhook.url;
    this.#signer = new Signer(webhook.secret);
    this.#clock = clock;
    const { Agent, RetryAgent } = undici();
    this.#dispatcher = new RetryAgent(
      new Agent({
        headersTimeout: ANSWER_MILLISECONDS,
        bodyTimeout: ANSWER_MILLISECONDS,
      }),
      { ...RETRY, ...retry },
    );
  }

  /** Never throws. Follows no redirect, since the signature is for the configured address alone. */
  async send({ messageId, body }: WebhookMessage): Promise<SendOutcome> {
    const now = this.#clock.now();
    const signal = this.#clock.timeout(TIMEOUT_MILLISECONDS);
    try {
      const answer = await undici().request(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'backstage-plugin-gorgias-backend',
          'webhook-id': messageId,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': this.#signer.sign(messageId, now, body),
        },
        body,
        dispatcher: this.#dispatcher,
        signal,
      });
      // What it says does not matter, and neither does whether it is all there.
      await answer.body
        .dump({ limit: MAX_ANSWER_BYTES, signal })
        .catch(() => undefined);
      const { statusCode, headers } = answer;
      return statusCode >= 200 && statusCode < 300
        ? { ok: true }
        : {
            ok: false,
            reason: `it answered with status ${statusCode}`,
            ...retryAfterOf(headers['retry-after'], now),
          };
    } catch (error) {
      // Never the message, which could repeat a token of the address.
      const { code, name } = error as NodeJS.ErrnoException;
      return {
        ok: false,
        reason: signal.aborted
          ? 'it did not answer in time'
          : `it could not be reached (${code ?? name})`,
      };
    }
  }
}

function retryAfterOf(header: string | string[] | undefined, now: Date) {
  const text = String(header ?? '').trim();
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return seconds > 0 ? { retryAfterSeconds: seconds } : {};
}
