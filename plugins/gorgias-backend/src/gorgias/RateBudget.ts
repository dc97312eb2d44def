import { Clock } from '../clock';
import { GorgiasError } from './errors';

/** How much of an account's limit is ours; the rest is left to the company's other integrations. */
const OUR_SHARE = 0.75;
/** Gorgias' window; Enterprise accounts have a shorter one, which only makes us slower than need be. */
const WINDOW_SECONDS = 20;
/** No `Retry-After` is believed beyond this. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/**
 * The room that is left in the leaky bucket by which Gorgias limits the rate
 * of requests (its page on limitations): how full it is, is told by the
 * header `X-Gorgias-Account-Api-Call-Limit: used/limit` of every answer, and
 * so counts what others use too, other replicas of this backend included.
 */
export class RateBudget {
  readonly #clock: Clock;
  #limit: number;
  #level = 0;
  #asOf: number;
  #taken = 0;
  #underWay = 0;
  #blockedUntil = 0;

  /** @param limit - what is taken for the limit until Gorgias tells */
  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
    this.#asOf = clock.now().getTime();
  }

  /** The part of the whole bucket that is in use, 0 to 1. */
  get used(): number {
    this.#leak();
    return this.#level / this.#limit;
  }

  /**
   * Waits until there is room for one more request, and takes it.
   *
   * @returns what is to hear the headers of the answer, or that there is none
   * @throws GorgiasError of kind `rate-limited` when there is none in time
   */
  async take(
    giveUpAt: Date,
    signal?: AbortSignal,
  ): Promise<(headers?: Headers) => void> {
    for (;;) {
      const wait = this.#millisecondsUntilRoom();
      if (wait <= 0) {
        this.#level += 1;
        this.#taken += 1;
        const number = this.#taken;
        const sentBefore = this.#underWay;
        this.#underWay += 1;
        return headers =>
          this.#learn(sentBefore + this.#taken - number, headers);
      }
      if (this.#clock.now().getTime() + wait > giveUpAt.getTime()) {
        throw new GorgiasError(
          'rate-limited',
          'The rate limit of the Gorgias account is used up, also by others, and there was no room in time.',
        );
      }
      await this.#clock.sleep(wait, signal);
    }
  }

  /** Sends nothing for a while, since Gorgias asked for that. */
  block(milliseconds: number): void {
    const until =
      this.#clock.now().getTime() +
      Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS);
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
  }

  /** @param others - how many Gorgias may not have counted yet when it told this */
  #learn(others: number, headers?: Headers): void {
    this.#leak();
    this.#underWay -= 1;
    const told = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(
      headers?.get('X-Gorgias-Account-Api-Call-Limit') ?? '',
    );
    if (told && Number(told[2]) > 0) {
      this.#limit = Number(told[2]);
      this.#level = Number(told[1]) + others;
    }
  }

  #millisecondsUntilRoom(): number {
    this.#leak();
    const excess = this.#level + 1 - this.#limit * OUR_SHARE;
    return Math.max(
      this.#blockedUntil - this.#asOf,
      Math.ceil((excess / this.#leakPerSecond) * 1000),
    );
  }

  #leak(): void {
    const now = this.#clock.now().getTime();
    const seconds = Math.max(0, now - this.#asOf) / 1000;
    // What is under way can't leak before it arrives.
    this.#level = Math.max(
      this.#underWay,
      this.#level - seconds * this.#leakPerSecond,
    );
    this.#asOf = now;
  }

  get #leakPerSecond(): number {
    return this.#limit / WINDOW_SECONDS;
  }
}
