/** What a bucket says to one more request. */
export interface BucketState {
  allowed: boolean;
  used: number;
  limit: number;
  /** How long until the next request has room. */
  retryAfterSeconds: number;
}

/** Gorgias' rate limit: a bucket that fills by requests and leaks with time. */
export class LeakyBucket {
  readonly #limit: number;
  readonly #leakPerSecond: number;
  readonly #now: () => Date;
  #level = 0;
  #asOf: number;

  constructor(options: {
    limit: number;
    windowSeconds: number;
    now: () => Date;
  }) {
    this.#limit = options.limit;
    this.#leakPerSecond = options.limit / options.windowSeconds;
    this.#now = options.now;
    this.#asOf = options.now().getTime();
  }

  /** Takes in one more request, if there is room for it. */
  add(): BucketState {
    const now = this.#now().getTime();
    const leaked = ((now - this.#asOf) / 1000) * this.#leakPerSecond;
    this.#level = Math.max(0, this.#level - leaked);
    this.#asOf = now;
    const allowed = this.#level + 1 <= this.#limit;
    if (allowed) {
      this.#level += 1;
    }
    const excess = Math.max(0, this.#level + 1 - this.#limit);
    return {
      allowed,
      used: Math.ceil(this.#level),
      limit: this.#limit,
      retryAfterSeconds: Math.ceil(excess / this.#leakPerSecond),
    };
  }
}
