import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { accountArbitrary } from '../__testUtils__/subjects';
import { systemFactsArbitrary } from '../__testUtils__/systemFacts';
import { Account } from '../accounts/account';
import { GorgiasDatabase } from '../database';
import { startOf } from '../trends/verdictDays';
import { Counts, countSystem } from './countSystem';
import { Evaluator } from './Evaluator';
import { SystemFacts } from './SystemFacts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What may become another between two evaluations, each alone or with others. */
const PARTS: Array<Array<keyof SystemFacts>> = [
  ['rule', 'isCritical'],
  ['owner'],
  ['signInSettings'],
  ['exceptions'],
  ['lastLogIns'],
  ['accounts', 'identities', 'staff', 'orgRoles'],
];

interface FactsChange {
  other: SystemFacts;
  parts: Array<Array<keyof SystemFacts>>;
  /** Of one account, by its place, that keeps its id. */
  one: [number, Account] | null;
  /** As a share of a day; mostly the same day. */
  laterBy: number;
}

const changeArbitrary: fc.Arbitrary<FactsChange> = fc.record({
  other: systemFactsArbitrary,
  parts: fc.subarray(PARTS),
  one: fc.option(fc.tuple(fc.nat(5), accountArbitrary)),
  laterBy: fc.oneof(
    fc.constant(0.01),
    fc.constant(0.3),
    fc.double({ min: 0, max: 2, noNaN: true }),
  ),
});

const historyArbitrary = fc
  .tuple(systemFactsArbitrary, fc.array(changeArbitrary, { maxLength: 5 }))
  .map(([first, changes]) => {
    const history = [{ ...first, now: startOf(first.now.slice(0, 10)) }];
    for (const change of changes) {
      history.push(changed(history[history.length - 1], change));
    }
    return history;
  });

function changed(facts: SystemFacts, change: FactsChange): SystemFacts {
  const next: any = {
    ...facts,
    now: new Date(
      Date.parse(facts.now) + Math.floor(change.laterBy * DAY_MILLISECONDS),
    ).toISOString(),
  };
  for (const key of change.parts.flat()) {
    next[key] = change.other[key];
  }
  if (change.one) {
    const [place, account] = change.one;
    next.accounts = next.accounts.map(
      (known: SystemFacts['accounts'][number], index: number) =>
        index === place ? { ...account, id: known.id } : known,
    );
  }
  return next;
}

class ToldEvaluator extends Evaluator {
  facts!: SystemFacts;

  async load(): Promise<SystemFacts> {
    return this.facts;
  }
}

describe.each(databaseIds)('evaluations on %s', id => {
  let knex: Knex;
  let database: GorgiasDatabase;
  let systems = 0;
  const evaluator = new ToldEvaluator({
    matching: { plusAliases: false, domainAliases: {} },
    dueDays: DEFAULT_DUE_DAYS,
    staleAfterSeconds: 7200,
    tracing: tracingServiceMock.mock(),
    webhooks: [{ id: 'siem' }],
  });

  beforeAll(async () => {
    knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
  });

  const evaluate = async (entityRef: string, facts: SystemFacts) => {
    evaluator.facts = facts;
    await database.transaction(stores =>
      evaluator.evaluate(stores, entityRef, facts.now),
    );
  };

  /** Everything that is kept of a system, but for what is random. */
  const keptOf = async (entityRef: string) => {
    const read = async (table: string, ...order: string[]) => {
      const rows = await knex(table)
        .where({ entity_ref: entityRef })
        .orderBy(order);
      return rows.map(
        ({ entity_ref, id: _, sequence, position, scope, digest, ...row }) => ({
          ...row,
          ...(row.body && { body: { ...JSON.parse(row.body), nonce: '' } }),
          ...(table === 'judged_accounts' && { position }),
        }),
      );
    };
    const messages = await knex('webhook_messages')
      .orderBy('position')
      .whereLike('body', `%"${entityRef}"%`)
      .pluck('body');
    return {
      verdicts: await read('verdicts', 'check_id', 'account_id'),
      accounts: await read('judged_accounts', 'account_id'),
      history: await read('history', 'sequence'),
      days: await read('verdict_days', 'day', 'check_id'),
      population: await read('ledger_population', 'account_id'),
      ledger: await read('ledger_pending', 'position'),
      // Those of one evaluation are in no order.
      messages: messages.map(body => body.replaceAll(entityRef, '')).sort(),
    };
  };

  const inOrder = ({ verdicts, accounts }: Counts) => ({
    verdicts: new Set(verdicts),
    accounts,
  });

  it('leave the same, whether they compare only whom something changed of or everybody, and count it', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async history => {
        systems += 1;
        const some = `resource:default/some-${systems}`;
        const everybody = `resource:default/everybody-${systems}`;
        for (const facts of history) {
          await evaluate(some, facts);
          await knex('judged_accounts')
            .where({ entity_ref: everybody })
            .update({ digest: null });
          await evaluate(everybody, facts);
        }
        expect(await keptOf(some)).toEqual(await keptOf(everybody));
        const { counts } = (await database.stores.evaluations.get(some))!;
        expect(inOrder(counts!)).toEqual(
          inOrder(await countSystem(database.stores, some)),
        );
      }),
      // Shrinking would take longer than a test may.
      { numRuns: 80, endOnFailure: true },
    );
  }, 300_000);
});
