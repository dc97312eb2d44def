import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { observeState, ObservedState } from './observeState';

/** What the plugin tells of itself in numbers, through Backstage's metrics service. */
export interface GorgiasMetrics {
  recordRun(run: SyncRun, seconds: number): void;
  countRetry(): void;
  /** Counts what became of messages to a webhook: `failed` is a try, the others are for good. */
  countWebhook(
    webhook: string,
    result: 'delivered' | 'failed' | 'skipped',
    messages?: number,
  ): void;
}

/** Registers all metrics: those of what happens, and those of what is. */
export function createMetrics(
  metrics: MetricsService,
  state: ObservedState,
): GorgiasMetrics {
  const runs = metrics.createCounter('gorgias.sync.runs', {
    description: 'Sync runs that ended, by outcome and trigger',
  });
  const duration = metrics.createHistogram('gorgias.sync.duration', {
    description: 'How long sync runs took',
    unit: 's',
  });
  const pages = metrics.createCounter('gorgias.sync.pages', {
    description: 'Pages of users read from Gorgias',
  });
  const accounts = metrics.createGauge('gorgias.sync.accounts', {
    description: 'Accounts in the last run that ended',
  });
  const retries = metrics.createCounter('gorgias.requests.retries', {
    description: 'Requests to Gorgias that had to be sent again',
  });
  const webhooks = metrics.createCounter('gorgias.webhooks.messages', {
    description:
      'Messages to webhooks that were delivered, failed or were skipped',
  });

  observeState(metrics, state);

  return {
    recordRun(run, seconds) {
      const { outcome, trigger } = run;
      runs.add(1, { outcome, trigger });
      duration.record(seconds, { outcome });
      pages.add(run.pages);
      accounts.record(run.accounts);
    },
    countRetry: () => retries.add(1),
    countWebhook: (webhook, result, messages = 1) =>
      webhooks.add(messages, { webhook, result }),
  };
}
