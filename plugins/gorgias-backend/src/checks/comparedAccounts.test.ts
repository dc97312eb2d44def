import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  AccessRuleSpec,
  DEFAULT_DUE_DAYS,
  GroundedIdentity,
} from 'backstage-plugin-gorgias-checks';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { toSignInSettings } from '../accounts/signInSettings';
import {
  NOW,
  aStaffMember,
  accountArbitrary,
  anAccount,
  anIdentity,
  otherIdentityArbitrary,
  staffMemberArbitrary,
  timeArbitrary,
} from '../__testUtils__/subjects';
import { systemFactsArbitrary } from '../__testUtils__/systemFacts';
import { Account } from '../accounts/account';
import { GorgiasDatabase } from '../database';
import { startOf } from '../trends/verdictDays';
import { Counts, countSystem } from './countSystem';
import { Evaluator } from './Evaluator';
import { nextChange } from './nextChange';
import { SystemFacts } from './SystemFacts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

type Change = (facts: SystemFacts) => Partial<SystemFacts>;

/** Of facts that have an account, the first of them is changed. */
function ofOne(
  change: (facts: SystemFacts, one: Account) => Partial<SystemFacts>,
): Change {
  return facts => (facts.accounts[0] ? change(facts, facts.accounts[0]) : {});
}

const identified = (
  { identities }: SystemFacts,
  { id }: Account,
  identity: GroundedIdentity,
) => ({ identities: new Map([...identities, [id, identity]]) });

/** What may become another between two evaluations. */
const CHANGES: Record<string, fc.Arbitrary<Change>> = {
  'an account': accountArbitrary.map(account =>
    ofOne(({ accounts }, { id }) => ({
      accounts: accounts.with(0, { ...account, id }),
    })),
  ),
  'who somebody is': otherIdentityArbitrary.map(identity =>
    ofOne((facts, one) => identified(facts, one, identity)),
  ),
  'whose an account is': fc
    .nat(6)
    .map(place =>
      ofOne((facts, one) =>
        identified(facts, one, anIdentity(facts.staff[place] ?? null)),
      ),
    ),
  'a staff member': fc
    .tuple(fc.nat(6), staffMemberArbitrary)
    .map(([place, other]) => ({ staff, identities }: SystemFacts) => {
      const known = staff[place % (staff.length || 1)];
      if (!known) return {};
      const { entityRef } = known;
      const member = { ...other, entityRef };
      return {
        staff: staff.map(one => (one === known ? member : one)),
        identities: new Map(
          Array.from(identities, ([id, identity]) => [
            id,
            'staffRef' in identity && identity.staffRef === entityRef
              ? anIdentity(member)
              : identity,
          ]),
        ),
      };
    }),
  'a log-in': timeArbitrary.map(at =>
    ofOne((_, { id }) => ({ lastLogIns: new Map([[id, at]]) })),
  ),
  ...Object.fromEntries(
    (
      [
        ['rule', 'isCritical'],
        ['owner'],
        ['orgRoles'],
        ['signInSettings'],
        ['exceptions'],
        ['accounts', 'identities', 'staff', 'orgRoles'],
      ] as const
    ).map(keys => [
      keys.join(', '),
      systemFactsArbitrary.map(
        other => () => Object.fromEntries(keys.map(key => [key, other[key]])),
      ),
    ]),
  ),
  'the time': fc.double({ min: 0, max: 0.3, noNaN: true }).chain(days =>
    fc.constantFrom(toNextEnd, ({ now }: SystemFacts) => ({
      now: later(now, days),
    })),
  ),
  'a clock that is put right': fc.constantFrom(
    toNextEnd,
    ({ now }: SystemFacts) => ({ now: later(now, -0.2) }),
  ),
};

/** What ends is in force until then, and no longer. */
function toNextEnd(facts: SystemFacts): Partial<SystemFacts> {
  return { now: nextChange(facts) ?? facts.now };
}

function later(now: string, days: number): string {
  const milliseconds = Math.floor(days * DAY_MILLISECONDS);
  return new Date(Date.parse(now) + milliseconds).toISOString();
}

/** Facts as they were at one time after the other, of which each differs by some changes. */
function historyArbitrary(
  steps: fc.Arbitrary<Change[][]>,
): fc.Arbitrary<SystemFacts[]> {
  return fc.tuple(systemFactsArbitrary, steps).map(([first, changes]) => {
    const day = startOf(first.now.slice(0, 10));
    const history = [endingOn(day, { ...first, now: later(day, 0.4) })];
    for (const some of changes) {
      const known = history[history.length - 1];
      const facts = some.reduce(
        (before, change) => ({ ...before, ...change(before) }),
        { ...known, now: later(known.now, 0.01) },
      );
      history.push(endingOn(day, facts));
    }
    return history;
  });
}

/** Lets what ends do so on one day, within which not everybody is judged each time. */
function endingOn(day: string, facts: SystemFacts): SystemFacts {
  const onDay = (time: string) => day.slice(0, 11) + time.slice(11);
  const { rule } = facts;
  const people = rule?.people?.map(name => ({
    ...name,
    until: onDay(name.until),
  }));
  return {
    ...facts,
    rule: rule && ({ ...rule, people } as AccessRuleSpec),
    identities: new Map(
      Array.from(facts.identities, ([id, identity]) => [
        id,
        'reviewAt' in identity
          ? { ...identity, reviewAt: onDay(identity.reviewAt) }
          : identity,
      ]),
    ),
  };
}

class ToldEvaluator extends Evaluator {
  facts!: SystemFacts;

  async identify(): Promise<SystemFacts> {
    return this.facts;
  }
}

describe.each(databaseIds)('evaluations on %s', id => {
  let knex: Knex;
  let database: GorgiasDatabase;
  let systems = 0;
  const newEvaluator = () =>
    new ToldEvaluator({
      matching: { plusAliases: false, domainAliases: {} },
      dueDays: DEFAULT_DUE_DAYS,
      staleAfterSeconds: 7200,
      tracing: tracingServiceMock.mock(),
      webhooks: [{ id: 'siem' }],
    });
  const evaluator = newEvaluator();

  beforeAll(async () => {
    knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
  });

  const evaluate = async (
    entityRef: string,
    facts: SystemFacts,
    by: ToldEvaluator = evaluator,
  ) => {
    by.facts = facts;
    await database.transaction(async stores => {
      // As whoever changes what is judged by does before.
      await stores.evaluations.begin(entityRef, facts.now);
      await by.evaluate(stores, entityRef, facts.now);
    });
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

  const leavesTheSame = async (history: SystemFacts[]) => {
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
  };

  const anyChange = fc.oneof(...Object.values(CHANGES));

  it.each([
    // What is judged is the same on every database.
    ...(id === 'SQLITE_3' ? Object.entries(CHANGES) : []),
    ['anything', anyChange] as [string, fc.Arbitrary<Change>],
  ])(
    'leave the same whether everybody is judged or only those who changed: %s',
    async (_, change) => {
      const steps = fc.array(fc.array(change, { maxLength: 2 }), {
        minLength: 2,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(historyArbitrary(steps), leavesTheSame),
        // Shrinking would take longer than a test may.
        { numRuns: 40, endOnFailure: true },
      );
    },
    300_000,
  );

  describe('of a verdict that was changed by hand', () => {
    const entityRef = 'resource:default/by-hand';
    const member = aStaffMember();
    const account = anAccount();
    const facts: SystemFacts = {
      isCritical: true,
      rule: { type: 'all-staff' },
      owner: undefined,
      accounts: [account],
      identities: new Map([[account.id, anIdentity(member)]]),
      staff: [member],
      signInSettings: toSignInSettings({}, NOW),
      orgRoles: [],
      exceptions: [],
      lastLogIns: new Map(),
      now: NOW,
    };
    const verdict = () =>
      knex('verdicts').where({
        entity_ref: entityRef,
        account_id: account.id,
        check_id: 'mfa-enabled',
      });
    const groundAfter = async (days: number, by?: ToldEvaluator) => {
      await evaluate(entityRef, { ...facts, now: later(NOW, days) }, by);
      return (await verdict().first()).ground;
    };

    beforeEach(async () => {
      await evaluate(entityRef, facts);
      await verdict().update({ ground: 'By hand.' });
    });

    it('leave it for the day, and put it right the first time of the next', async () => {
      expect(await groundAfter(0.1)).toBe('By hand.');
      expect(await groundAfter(1)).toMatch(/^Two-factor/);
    });

    it('put it right when other code says so, the first time of a process', async () => {
      const digests = knex('judged_accounts').where({ entity_ref: entityRef });
      const [{ digest }] = await digests.clone().select('digest');
      await digests.update({ digest: digest.slice(0, 22) });
      expect(await groundAfter(0.1)).toBe('By hand.');
      expect(await groundAfter(0.1, newEvaluator())).toMatch(/^Two-factor/);
    });
  });
});
