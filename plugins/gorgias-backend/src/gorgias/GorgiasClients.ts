import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { ConnectionMethod } from 'backstage-plugin-gorgias-common';
import { Clock } from '../clock';
import { AuthorizationProvider, GorgiasClient } from './GorgiasClient';
import { RateBudgets } from './RateBudgets';
import { Patience } from './sendPatiently';

/** Makes clients of any account, all of which keep to the account's one budget. */
export class GorgiasClients {
  readonly #options: {
    baseUrl: string;
    budgets: RateBudgets;
    tracing: TracingService;
    clock: Clock;
  };

  constructor(options: {
    baseUrl: string;
    budgets: RateBudgets;
    tracing: TracingService;
    clock: Clock;
  }) {
    this.#options = options;
  }

  open(
    account: { subdomain: string; method: ConnectionMethod },
    authorization: AuthorizationProvider,
    patience: Pick<Patience, 'signal' | 'onRetry'> & {
      giveUpAfterSeconds: number;
    },
  ): GorgiasClient {
    const { baseUrl, budgets, tracing, clock } = this.#options;
    const { giveUpAfterSeconds, ...rest } = patience;
    return new GorgiasClient({
      baseUrl,
      subdomain: account.subdomain,
      authorization,
      tracing,
      patience: {
        ...rest,
        clock,
        budget: budgets.of(account.subdomain, account.method),
        giveUpAt: new Date(clock.now().getTime() + giveUpAfterSeconds * 1000),
      },
    });
  }
}
