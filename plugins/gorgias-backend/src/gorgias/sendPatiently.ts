import { Clock } from '../clock';
import { GorgiasError, isGorgiasError } from './errors';
import { GorgiasAnswer } from './http';
import { RateBudget } from './RateBudget';

const MOST_TRIES = 6;
const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 60_000;

/** How long to keep trying, and at whose cost. */
export interface Patience {
  clock: Clock;
  budget: RateBudget;
  /** No try begins after this. */
  giveUpAt: Date;
  signal?: AbortSignal;
  onRetry?: () => void;
  /** 0 to below 1, so that many that failed together don't try again together. */
  random?: () => number;
}

/** The last answer to a request. */
export interface PatientAnswer extends GorgiasAnswer {
  /** The end of a message that says after how many tries it was not asked for again; else empty. */
  gaveUp: string;
}

/**
 * Sends a request within the rate budget, again and again while the trouble
 * may pass by itself: no answer, a server error, or the rate limit.
 *
 * @param send - hears which try this is, from 1
 * @returns the last answer
 * @throws GorgiasError what the last try threw
 */
export async function sendPatiently(
  send: (tries: number) => Promise<GorgiasAnswer>,
  patience: Patience,
): Promise<PatientAnswer> {
  const { clock, budget, giveUpAt, signal, onRetry } = patience;
  for (let tries = 1; ; tries += 1) {
    const learn = await budget.take(giveUpAt, signal);
    const result = await attempt(() => send(tries), learn);
    const wait = waitAfter(result, tries, patience.random ?? Math.random);
    const lastTry =
      wait === undefined ||
      tries === MOST_TRIES ||
      clock.now().getTime() + wait > giveUpAt.getTime();
    if (lastTry) {
      const gaveUp =
        wait !== undefined && tries > 1 ? ` Gave up after ${tries} tries.` : '';
      if ('answer' in result) {
        return { ...result.answer, gaveUp };
      }
      throw gaveUp && isGorgiasError(result.error)
        ? new GorgiasError(
            result.error.kind,
            result.error.message + gaveUp,
            result.error,
          )
        : result.error;
    }
    onRetry?.();
    if ('answer' in result && result.answer.status === 429) {
      budget.block(wait);
    }
    await clock.sleep(wait, signal);
  }
}

type Result = { answer: GorgiasAnswer } | { error: unknown };

async function attempt(
  send: () => Promise<GorgiasAnswer>,
  learn: (headers?: Headers) => void,
): Promise<Result> {
  try {
    const answer = await send();
    learn(answer.headers);
    return { answer };
  } catch (error) {
    learn();
    return { error };
  }
}

/** How long to wait before the next try; `undefined` when another would not help. */
function waitAfter(
  result: Result,
  tries: number,
  random: () => number,
): number | undefined {
  const transient =
    'error' in result
      ? isGorgiasError(result.error, 'unreachable', 'rate-limited')
      : result.answer.status === 429 || result.answer.status >= 500;
  if (!transient) {
    return undefined;
  }
  const asked = 'answer' in result && retryAfter(result.answer);
  // Half of it by chance.
  const backoff =
    FIRST_WAIT_MILLISECONDS * 2 ** (tries - 1) * (0.5 + random() / 2);
  return Math.ceil(
    Math.min(LONGEST_WAIT_MILLISECONDS, asked ? asked + backoff / 10 : backoff),
  );
}

/** Seconds, maybe with a fraction; on success it may be there too and means nothing (Gorgias' page on limitations). */
function retryAfter({ headers }: GorgiasAnswer): number | undefined {
  const seconds = Number(headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.ceil(seconds) * 1000
    : undefined;
}
