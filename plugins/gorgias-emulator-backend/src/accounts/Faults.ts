import { Break, BreakHow, isFor } from '../breaks/Break';

/** Which endpoints fail: those under `/api`, or `/oauth/token` and `/oauth/revoke`. */
export type FaultTarget = 'api' | 'oauth';

/** The trouble that an account makes on purpose. */
export interface FaultSettings {
  /** How long every answer to a machine is held back. */
  latencyMilliseconds?: number;
  failNext?: { count: number; status: number; target: FaultTarget };
  /** Answers 429; without `Retry-after` when `retryAfterSeconds` is null. */
  rateLimitNext?: { count: number; retryAfterSeconds: number | null };
  /** What is still to be broken, the first that fits first. */
  breakNext?: Break[];
}

/** Hands out an account's trouble, request by request. */
export class Faults {
  #settings: FaultSettings = {};

  get settings(): Readonly<FaultSettings> {
    return this.#settings;
  }

  set(settings: FaultSettings): void {
    this.#settings = { ...this.#settings, ...structuredClone(settings) };
  }

  clear(): void {
    this.#settings = {};
  }

  /** The status the next request has to fail with, if it has to. */
  takeFailure(target: FaultTarget): number | undefined {
    const failNext = this.#settings.failNext;
    if (!failNext || failNext.target !== target || failNext.count === 0) {
      return undefined;
    }
    failNext.count -= 1;
    return failNext.status;
  }

  /** Says whether the next request is over the limit, and how long to wait. */
  takeRateLimit(): { retryAfterSeconds: number | null } | undefined {
    const rateLimitNext = this.#settings.rateLimitNext;
    if (!rateLimitNext || rateLimitNext.count === 0) {
      return undefined;
    }
    rateLimitNext.count -= 1;
    return { retryAfterSeconds: rateLimitNext.retryAfterSeconds };
  }

  /**
   * How the answer to a request has to be broken, if it has to. Those that
   * come after the one that is used do not see the request.
   */
  takeBreak(path: string): BreakHow | undefined {
    const breaks = this.#settings.breakNext ?? [];
    for (const candidate of breaks.filter(each => isFor(each, path))) {
      if (candidate.skip === 0) {
        candidate.count -= 1;
        this.#settings.breakNext = breaks.filter(({ count }) => count > 0);
        return candidate.how;
      }
      candidate.skip -= 1;
    }
    return undefined;
  }
}
