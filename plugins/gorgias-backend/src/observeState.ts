import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { countSystem } from './checks/countSystem';
import { Clock } from './clock';
import { Stores } from './database';
import { RateBudgets } from './gorgias/RateBudgets';
import { StatusCount } from './systems/checkSummaries';

/** What metrics of a state look at. */
export interface ObservedState {
  stores: Stores;
  budgets: RateBudgets;
  webhooks: ReadonlyArray<{ id: string }>;
  clock: Clock;
}

/** Registers the metrics that tell a state. They ask for it when they are collected. */
export function observeState(
  metrics: MetricsService,
  { stores, budgets, webhooks, clock }: ObservedState,
): void {
  const secondsSince = (time: string) =>
    (clock.now().getTime() - Date.parse(time)) / 1000;
  // Facts also get old, and held runs wait, while a grant does not work.
  const listInUse = async () =>
    (await stores.connections.list()).filter(
      ({ state }) => state !== 'disconnected',
    );

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
      for (const { id, entityRef } of await listInUse()) {
        const last = await stores.syncRuns.findComplete(id);
        if (last) {
          result.observe(secondsSince(last.startedAt), { entity: entityRef });
        }
      }
    });
  metrics
    .createObservableGauge('gorgias.sync.held', {
      description: 'Held runs that an admin has to decide about',
    })
    .addCallback(async result => {
      for (const { id, entityRef } of await listInUse()) {
        const held = await stores.syncRuns.findHeld(id);
        result.observe(held ? 1 : 0, { entity: entityRef });
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
      for (const { entityRef, n, checkId, status } of await listCounts(
        stores,
      )) {
        result.observe(n, { entity: entityRef, check: checkId, status });
      }
    });
  metrics
    .createObservableGauge('gorgias.verdicts.failing_age', {
      description: 'For how long the oldest failing verdict of a check fails',
      unit: 's',
    })
    .addCallback(async result => {
      for (const { entityRef, checkId, status } of await listCounts(stores)) {
        const since =
          status === 'failing' &&
          (await stores.verdicts.findFailingSince(entityRef, checkId));
        if (since) {
          result.observe(secondsSince(since), {
            entity: entityRef,
            check: checkId,
          });
        }
      }
    });
  metrics
    .createObservableGauge('gorgias.ledger.pending', {
      description: 'Entries that wait for their places in the ledger',
    })
    .addCallback(async result =>
      result.observe(await stores.ledger.countPending()),
    );
  metrics
    .createObservableGauge('gorgias.ledger.head_age', {
      description: 'How long ago it was signed where the ledger ends',
      unit: 's',
    })
    .addCallback(async result => {
      const now = clock.now().toISOString();
      const head = await stores.ledgerHeads.lastUntil(now, true);
      if (head) {
        result.observe(secondsSince(head.signedAt));
      }
    });
  metrics
    .createObservableGauge('gorgias.webhooks.backlog', {
      description: 'Messages that a webhook is still to be sent',
    })
    .addCallback(async result => {
      for (const { id } of webhooks) {
        result.observe(await stores.webhooks.count(id), { webhook: id });
      }
    });
}

/** How many verdicts there are of each system, check and status: counted when they were judged, since there may be hundreds of thousands. */
async function listCounts(
  stores: Stores,
): Promise<Array<StatusCount & { entityRef: string }>> {
  const all: Array<StatusCount & { entityRef: string }> = [];
  for (const { entityRef, counts } of await stores.evaluations.listCounts()) {
    const { verdicts } = counts ?? (await countSystem(stores, entityRef));
    all.push(...verdicts.map(count => ({ entityRef, ...count })));
  }
  return all;
}
