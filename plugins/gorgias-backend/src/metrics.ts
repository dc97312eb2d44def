import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { Clock } from './clock';
import { Stores } from './database';
import { RateBudgets } from './gorgias/RateBudgets';

/** What the plugin tells of itself in numbers, through Backstage's metrics service. */
export interface GorgiasMetrics {
  recordRun(run: SyncRun, seconds: number): void;
  countRetry(): void;
}

/** Registers all metrics. Those that tell a state ask the database when they are collected. */
export function createMetrics(
  metrics: MetricsService,
  context: { stores: Stores; budgets: RateBudgets; clock: Clock },
): GorgiasMetrics {
  const { stores, budgets, clock } = context;

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

  metrics
    .createObservableGauge('gorgias.rate_limit.used', {
      description:
        "Part of an account's rate limit that is in use, 0 to 1, by everybody",
    })
    .addCallback(result => {
      for (const { used, ...attributes } of budgets.used()) {
        result.observe(used, attributes);
      }
    });
  metrics
    .createObservableGauge('gorgias.facts.age', {
      description: 'How old the facts are that the verdicts rest on',
      unit: 's',
    })
    .addCallback(async result => {
      for (const connection of await stores.connections.listConnected()) {
        const last = await stores.syncRuns.findLast(connection.id, 'complete');
        if (last) {
          result.observe(
            (clock.now().getTime() - Date.parse(last.startedAt)) / 1000,
            { entity: connection.entityRef },
          );
        }
      }
    });
  metrics
    .createObservableGauge('gorgias.connections', {
      description: 'Connections by state',
    })
    .addCallback(async result => {
      const all = await stores.connections.list();
      for (const state of [
        'connected',
        'needs-reconnect',
        'disconnected',
      ] as const) {
        result.observe(
          all.filter(connection => connection.state === state).length,
          { state },
        );
      }
    });
  metrics
    .createObservableGauge('gorgias.verdicts', {
      description:
        'Verdicts of the last evaluation; how old their facts are tells gorgias.facts.age',
    })
    .addCallback(async result => {
      for (const {
        entityRef,
        checkId,
        status,
        n,
      } of await stores.verdicts.count()) {
        result.observe(n, { entity: entityRef, check: checkId, status });
      }
    });

  return {
    recordRun(run, seconds) {
      const { outcome, trigger } = run;
      runs.add(1, { outcome, trigger });
      duration.record(seconds, { outcome });
      pages.add(run.pages);
      accounts.record(run.accounts);
    },
    countRetry: () => retries.add(1),
  };
}
