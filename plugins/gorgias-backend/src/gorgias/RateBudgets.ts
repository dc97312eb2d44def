import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { Clock } from '../clock';
import { RateBudget } from './RateBudget';

/** Requests in a window, as Gorgias' page on limitations has them. */
const LIMITS: Record<ConnectionMethod, number> = { oauth: 80, 'api-key': 40 };

/** The budgets of all accounts: connections to the same account share one, since Gorgias counts them together. */
export class RateBudgets {
  readonly #clock: Clock;
  readonly #budgets = new Map<string, RateBudget>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(subdomain: string, method: ConnectionMethod): RateBudget {
    const key = `${method} ${subdomain}`;
    const budget =
      this.#budgets.get(key) ?? new RateBudget(this.#clock, LIMITS[method]);
    this.#budgets.set(key, budget);
    return budget;
  }

  /** How much of each budget is in use, 0 to 1. */
  *used(): Iterable<{
    subdomain: string;
    method: ConnectionMethod;
    used: number;
  }> {
    for (const [key, budget] of this.#budgets) {
      const [method, subdomain] = key.split(' ');
      yield {
        subdomain,
        method: method as ConnectionMethod,
        used: budget.used,
      };
    }
  }
}
