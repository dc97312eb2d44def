import { generateKeyPairSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DEFAULT_DUE_DAYS,
  judgeAccounts,
  judgeSystem,
  SystemVerdict,
} from 'backstage-plugin-gorgias-checks';
import {
  scopeOf,
  signHead,
  writeBundle,
} from 'backstage-plugin-gorgias-evidence';
import { verifyBundle } from 'backstage-plugin-gorgias-evidence/verify';
import fc from 'fast-check';
import { databases } from '../__testUtils__/databases';
import { anException } from '../__testUtils__/exceptions';
import {
  aStaffMember,
  aSubject,
  anAccount,
  anIdentity,
  NOW,
} from '../__testUtils__/subjects';
import { systemFactsArbitrary } from '../__testUtils__/systemFacts';
import { SystemFacts } from '../checks/SystemFacts';
import { GorgiasDatabase, Stores } from '../database';
import { StaffMember } from '../staff/staffMember';
import { chainPending } from './chainPending';
import {
  describePopulation,
  enterPopulation,
  isSnapshotDue,
} from './enterPopulation';
import { LedgerEvent } from './LedgerStore';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY = { keyId: 'k1', privateKey };
const FROM = '2000-01-01T00:00:00.000Z';

/** What becomes known of a system, one after the other. */
const historyArbitrary = fc
  .array(systemFactsArbitrary, { minLength: 1, maxLength: 4 })
  .map(history => {
    const times = history.map(({ now }) => now).sort();
    return history.map((facts, index) => ({ ...facts, now: times[index] }));
  });

/** What a server that does not tell the truth enters in the place of something. */
type Lie = (events: LedgerEvent[]) => LedgerEvent[];

describe('verdicts in the ledger', () => {
  let database: GorgiasDatabase;
  let systems = 0;

  beforeAll(async () => {
    const knex = await databases.init('SQLITE_3');
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
  });

  /** Enters a history as the backend does, and has the verifier look at it. */
  async function problemsOf(
    history: SystemFacts[],
    lie: Lie = events => events,
    decisions = decisionsOf,
  ) {
    systems += 1;
    const entityRef = `resource:default/system-${systems}`;
    const { stores } = database;
    const before = await stores.ledger.lockTip();
    const lying: Stores = {
      ...stores,
      ledger: Object.assign(Object.create(stores.ledger), {
        enter: (events: LedgerEvent[]) => stores.ledger.enter(lie(events)),
      }),
    };
    let previous: SystemVerdict[] = [];
    for (const facts of history) {
      await stores.ledger.enter(decisions(entityRef, facts));
      const judgement = judgeSystem(facts, previous, DEFAULT_DUE_DAYS);
      const judged = {
        ...judgement,
        judged: [...judgeAccounts(facts)],
        vanished: [
          ...new Set(previous.map(({ accountId }) => accountId)),
        ].filter(
          id => id !== '' && !facts.accounts.some(account => account.id === id),
        ),
        isSnapshot: await isSnapshotDue(stores, entityRef, facts.now),
        staleAfterSeconds: 7200,
      };
      await enterPopulation(
        lying,
        entityRef,
        facts,
        judged,
        await describePopulation(facts, judged),
      );
      previous = judgement.verdicts;
    }
    await chainPending(database);
    const tip = await stores.ledger.lockTip();
    const to = history[history.length - 1].now;
    const range = { first: before.sequence + 1, last: tip.sequence };
    const bundle = await buffer(
      writeBundle({
        product: { name: 'test', version: '1' },
        system: { entityRef, title: 'Gorgias' },
        period: { from: FROM, to },
        createdAt: to,
        createdBy: 'user:default/ivy',
        ledger: {
          ...range,
          through: await stores.ledger.lastUntil(to, { entityRef }),
        },
        entries: stores.ledger.read(range),
        scopes: new Set([scopeOf(entityRef)]),
        heads: [
          signHead({ ...before, signedAt: FROM }, KEY),
          signHead({ ...tip, signedAt: to }, KEY),
        ],
        key: KEY,
      }),
    );
    return (await verifyBundle(bundle, [publicKey])).problems;
  }

  it('follow from the facts that are entered with them, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async history => {
        expect(await problemsOf(history)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 300_000);

  it('are refused when a server entered another status than the facts give', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary, fc.nat(), async (history, which) => {
        let told = 0;
        const problems = await problemsOf(history, events =>
          events.map(event => {
            const rows = rowsOf(event);
            const row = rows[which % Math.max(1, rows.length)];
            if (!row || told > 0) {
              return event;
            }
            told += 1;
            const verdict = row.verdicts['mfa-enabled'];
            return withRow(event, row.accountId, {
              verdicts: {
                ...row.verdicts,
                'mfa-enabled': {
                  since: verdict.since,
                  status: verdict.status === 'passing' ? 'failing' : 'passing',
                },
              },
            });
          }),
        );
        fc.pre(told > 0);
        expect(problems).toContainEqual({
          where: expect.stringMatching(/^ledger.jsonl, entry \d+$/),
          reason: expect.stringMatching(
            /^says .* of mfa-enabled for the account \d+, and the facts say /,
          ),
        });
      }),
      { numRuns: 100 },
    );
  }, 300_000);

  it('are refused when they hold since another time than the entries tell', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async history => {
        let told = 0;
        const problems = await problemsOf(history, events =>
          events.map(event => {
            const [row] = rowsOf(event);
            if (!row) {
              return event;
            }
            told += 1;
            return withRow(event, row.accountId, {
              verdicts: Object.fromEntries(
                Object.entries(row.verdicts).map(([checkId, verdict]) => [
                  checkId,
                  { ...verdict, since: '2200-01-01T00:00:00.000Z' },
                ]),
              ),
            });
          }),
        );
        fc.pre(told > 0);
        expect(problems.map(({ reason }) => reason).join('\n')).toMatch(
          /says \S+ since 2200-01-01/,
        );
      }),
      { numRuns: 50 },
    );
  }, 300_000);

  const reasonsOf = async (...asked: Parameters<typeof problemsOf>) =>
    (await problemsOf(...asked)).map(({ reason }) => reason).join('\n');
  const sam = aStaffMember();
  const leaver = aStaffMember({
    state: 'offboarded',
    offboardedAt: '2026-11-01T00:00:00.000Z',
    offboardedGround: 'mark',
  });
  const exception = anException({
    checkId: 'offboarded-access-removed',
    facts: {},
  });
  const known = (holder: StaffMember): SystemFacts => ({
    isCritical: true,
    rule: { type: 'all-staff' },
    owner: undefined,
    accounts: [anAccount()],
    identities: new Map([['1', anIdentity(holder)]]),
    signInSettings: aSubject(holder).signInSettings,
    staff: [holder, aStaffMember({ entityRef: 'user:default/max' })],
    orgRoles: [],
    exceptions: [],
    lastLogIns: new Map(),
    now: NOW,
  });

  it('are refused when nobody approved the exception they are exempt by', async () => {
    const facts = { ...known(leaver), exceptions: [exception] };
    expect(await reasonsOf([facts])).toBe('');
    expect(await reasonsOf([facts], undefined, () => [])).toMatch(
      /exempt by an exception that nobody approved: exception-1 \(offboarded-access-removed for the account 1\)/,
    );
  });

  it('are refused when the exception had lapsed by what was known', async () => {
    const facts: SystemFacts = {
      ...known(leaver),
      exceptions: [{ ...exception, facts: { usedAfterLeaving: false } }],
      lastLogIns: new Map([['1', '2026-11-20T00:00:00.000Z']]),
    };
    const reasons = await reasonsOf([facts], events =>
      events.map(event => {
        const [row] = rowsOf(event) as any[];
        return withRow(event, '1', {
          verdicts: {
            ...row.verdicts,
            'offboarded-access-removed': {
              status: 'exempt',
              since: NOW,
              exceptionId: exception.id,
            },
          },
          facts: { ...row.facts, exceptions: facts.exceptions },
        } as Partial<Row>);
      }),
    );
    expect(reasons).toMatch(
      /says exempt by exception-1 of offboarded-access-removed for the account 1, and the facts say failing/,
    );
  });

  it('are refused when nobody set the rule they are judged by', async () => {
    expect(await reasonsOf([known(sam)])).toBe('');
    expect(await reasonsOf([known(sam)], undefined, () => [])).toMatch(
      /is judged by an access rule that nobody set/,
    );
  });

  it('are refused when another entry says otherwise', async () => {
    const told = (status: string) =>
      reasonsOf([known(sam)], undefined, (entityRef, facts) => [
        ...decisionsOf(entityRef, facts),
        {
          at: NOW,
          kind: 'verdict',
          entityRef,
          body: { accountId: '1', checkId: 'mfa-enabled', after: { status } },
        },
      ]);
    expect(await told('passing')).toBe('');
    expect(await told('failing')).toMatch(
      /says failing, and whoever had access is entered with passing/,
    );
  });

  it('are refused when others were not judged again by what changed for all', async () => {
    const first = known(sam);
    const second: SystemFacts = {
      ...first,
      now: '2026-11-25T09:00:00.000Z',
      rule: { type: 'named-people', people: [] },
    };
    expect(await reasonsOf([first, second])).toBe('');
    // Nothing was entered of the account, and the verdicts stayed as they were.
    const reasons = await reasonsOf([first, second], events =>
      events.map(event =>
        event.at === second.now
          ? { ...event, body: { ...event.body, rows: [] } }
          : event,
      ),
    );
    expect(reasons).toMatch(
      /says passing of access-valid for the account 1, and the facts say failing/,
    );
  });

  it('are refused when the facts about the rule do not give that of the system', async () => {
    expect(
      await reasonsOf([known(sam)], events =>
        events.map(event => {
          const { system } = event.body as any;
          return {
            ...event,
            body: {
              ...event.body,
              system: {
                ...system,
                accessControl: { ...system.accessControl, coveredStaff: 0 },
              },
            },
          };
        }),
      ),
    ).toMatch(
      /says passing of access-control-configured, and the facts say failing/,
    );
  });
});

/** What the backend enters of decisions, before or after it judges by them. */
function decisionsOf(
  entityRef: string,
  { rule, exceptions, now }: SystemFacts,
): LedgerEvent[] {
  const by = 'user:default/ivy';
  return [
    ...(rule
      ? [
          {
            at: now,
            kind: 'access-rule',
            entityRef,
            body: { by, after: { spec: rule, revision: 1 } },
          },
        ]
      : []),
    ...exceptions
      .filter(({ status }) => status === 'approved')
      .map(({ id, accountId, checkId, status }) => ({
        at: now,
        kind: 'exception',
        entityRef,
        body: { accountId, checkId, by, after: { id, status } },
      })),
  ];
}

interface Row {
  accountId: string;
  verdicts: Record<string, { status: string; since: string }>;
}

function rowsOf({ body }: LedgerEvent): Row[] {
  return (body as { rows?: Row[] }).rows ?? [];
}

function withRow(
  event: LedgerEvent,
  accountId: string,
  changes: Partial<Row>,
): LedgerEvent {
  return {
    ...event,
    body: {
      ...event.body,
      rows: rowsOf(event).map(row =>
        row.accountId === accountId ? { ...row, ...changes } : row,
      ),
    },
  };
}
