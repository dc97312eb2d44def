import fc from 'fast-check';
import { Account } from '../accounts/account';
import {
  anAccount,
  anIdentity,
  aStaffMember,
  timeArbitrary,
} from '../__testUtils__/subjects';
import { systemFactsArbitrary } from '../__testUtils__/systemFacts';
import { StaffMember } from '../staff/staffMember';
import { filterPeople } from './filterPeople';
import { offboardedPeople, OffboardingTerms } from './offboardedPeople';
import { countByStatus, timeToRevoke } from './timeToRevoke';

const LEFT = '2026-10-30T12:00:00.000Z';
const LATER = '2026-10-30T15:00:00.000Z';
const MUCH_LATER = '2026-11-20T10:00:00.000Z';
const NOW = '2026-11-24T09:00:00.000Z';
const IVY = 'user:default/ivy.nakamura';

function leaver(name: string, differing: Partial<StaffMember> = {}) {
  return aStaffMember({
    entityRef: `user:default/${name}`,
    displayName: name,
    state: 'offboarded',
    offboardedAt: LEFT,
    offboardedGround: 'mark',
    ...differing,
  });
}

function judge(
  people: Array<{ member: StaffMember; accounts?: Account[] }>,
  known: {
    lastLogIns?: Record<string, string>;
    terms?: Partial<OffboardingTerms>;
  } = {},
) {
  return offboardedPeople(
    {
      staff: people.map(({ member }) => member),
      accounts: people.flatMap(({ accounts = [] }) => accounts),
      identities: new Map(
        people.flatMap(({ member, accounts = [] }) =>
          accounts.map(({ id }) => [id, anIdentity(member)] as const),
        ),
      ),
      lastLogIns: new Map(Object.entries(known.lastLogIns ?? {})),
      now: NOW,
    },
    {
      revocations: new Map(),
      offboardings: [],
      revokeWithinDays: 1,
      ...known.terms,
    },
  );
}

const active = anAccount();
const deactivated = anAccount({
  id: '2',
  state: 'deactivated',
  deactivatedAt: LATER,
});
const gone = anAccount({ id: '3', state: 'gone', goneAt: MUCH_LATER });

describe('offboardedPeople', () => {
  it('tells of nobody who is here', () => {
    expect(judge([{ member: aStaffMember(), accounts: [active] }])).toEqual([]);
  });

  it.each([
    {
      name: 'has an active account',
      accounts: [active],
      status: 'active',
      removedAt: null,
      tookSeconds: null,
      dueAt: '2026-10-31T12:00:00.000Z',
    },
    {
      name: 'has one active account among others',
      accounts: [active, deactivated, gone],
      status: 'active',
      removedAt: null,
      tookSeconds: null,
    },
    {
      name: 'has none active any more, since the last was removed',
      accounts: [deactivated, gone],
      status: 'revoked',
      removedAt: MUCH_LATER,
      tookSeconds: (Date.parse(MUCH_LATER) - Date.parse(LEFT)) / 1000,
      dueAt: '2026-10-31T12:00:00.000Z',
    },
    {
      name: 'had one that was removed before',
      accounts: [{ ...gone, goneAt: '2026-10-01T00:00:00.000Z' }],
      status: 'revoked',
      removedAt: '2026-10-01T00:00:00.000Z',
      tookSeconds: 0,
    },
    {
      name: 'had one of which nobody knows when it was removed',
      accounts: [{ ...deactivated, deactivatedAt: null }, gone],
      status: 'revoked',
      removedAt: null,
      tookSeconds: null,
    },
    {
      name: 'never had one',
      accounts: [],
      status: 'not-found',
      removedAt: null,
      tookSeconds: null,
      dueAt: null,
    },
  ])('knows somebody who $name', ({ name, accounts, ...expected }) => {
    expect(judge([{ member: leaver('tomasz'), accounts }])).toMatchObject([
      expected,
    ]);
  });

  it('tells of each account when it was removed and last used', () => {
    const [person] = judge(
      [{ member: leaver('tomasz'), accounts: [gone, active] }],
      { lastLogIns: { 1: '2026-10-29T08:00:00.000Z' } },
    );
    expect(person.usedAfterLeaving).toBe(false);
    expect(person.accounts).toEqual([
      {
        id: '1',
        name: 'Sam Rivers',
        email: 'sam.rivers@acme.example',
        gorgiasRole: 'agent',
        state: 'active',
        removedAt: null,
        lastLogInAt: '2026-10-29T08:00:00.000Z',
      },
      expect.objectContaining({
        id: '3',
        state: 'gone',
        removedAt: MUCH_LATER,
        lastLogInAt: null,
      }),
    ]);
  });

  it('shows what an admin says of the leaving', () => {
    const stated = {
      staffRef: 'user:default/tomasz',
      offboardedAt: LEFT,
      proof: 'HR-12',
      by: IVY,
      at: NOW,
    };
    expect(
      judge([{ member: leaver('tomasz', { offboardedGround: 'manual' }) }], {
        terms: { offboardings: [stated] },
      }),
    ).toMatchObject([
      {
        offboardedGround: 'manual',
        offboardedProof: { proof: 'HR-12', by: IVY, at: NOW },
      },
    ]);
  });

  it.each([
    { at: LATER, status: 'revoked' },
    // Of an earlier leaving: the person came back since.
    { at: '2026-06-01T00:00:00.000Z', status: 'active' },
  ])('takes what an admin said at $at for $status', ({ at, status }) => {
    const override = { proof: 'Deleted by hand', by: IVY, at };
    const [person] = judge([{ member: leaver('tomasz'), accounts: [active] }], {
      terms: { revocations: new Map([['user:default/tomasz', override]]) },
    });
    expect(person.status).toBe(status);
    expect(person.override).toEqual(
      status === 'revoked' ? override : undefined,
    );
    expect(person.tookSeconds).toBeNull();
  });

  it('has another etag when what an admin says, or an account, is another', () => {
    const member = leaver('tomasz');
    const revocations = new Map([
      [member.entityRef, { proof: 'By hand', by: IVY, at: LATER }],
    ]);
    const etags = [
      judge([{ member, accounts: [active] }]),
      judge([{ member, accounts: [{ ...active, state: 'gone' }] }]),
      judge([{ member, accounts: [active] }], { terms: { revocations } }),
      judge([
        { member: { ...member, offboardedAt: LATER }, accounts: [active] },
      ]),
    ].map(([person]) => person.etag);
    expect(new Set(etags).size).toBe(etags.length);
    expect(judge([{ member, accounts: [active] }])[0].etag).toBe(etags[0]);
    expect(
      judge([{ member, accounts: [{ ...active, lastSeenAt: NOW }] }])[0].etag,
    ).toBe(etags[0]);
  });

  it('puts first what is most urgent', () => {
    const due = { offboardedAt: '2026-11-24T00:30:00.000Z' };
    const account = (id: string, differing: Partial<Account> = {}) => [
      anAccount({ id, ...differing }),
    ];
    const removed = { state: 'gone' as const, goneAt: NOW };
    const people = judge(
      [
        { member: leaver('a none') },
        { member: leaver('b removed'), accounts: account('10', removed) },
        { member: leaver('c in time', due), accounts: account('11') },
        { member: leaver('Z overdue'), accounts: account('12') },
        { member: leaver('y overdue'), accounts: account('13') },
        { member: leaver('x used'), accounts: account('14') },
        {
          member: leaver('w used, removed'),
          accounts: account('15', removed),
        },
      ],
      { lastLogIns: { 14: MUCH_LATER, 15: MUCH_LATER, 12: LEFT } },
    );
    expect(people.map(({ displayName }) => displayName)).toEqual([
      'w used, removed',
      'x used',
      'y overdue',
      'Z overdue',
      'c in time',
      'a none',
      'b removed',
    ]);
    expect(countByStatus(people)).toEqual({
      active: 4,
      revoked: 2,
      'not-found': 1,
    });
  });
});

describe('timeToRevoke', () => {
  it.each([
    { took: [], people: 0, median: null, worst: null },
    { took: [null], people: 0, median: null, worst: null },
    { took: [60], people: 1, median: 60, worst: 60 },
    { took: [60, null, 0], people: 2, median: 30, worst: 60 },
    { took: [900, 10, 30], people: 3, median: 30, worst: 900 },
    { took: [1, 2], people: 2, median: 2, worst: 2 },
  ])('of $took', ({ took, people, median, worst }) => {
    expect(timeToRevoke(took.map(tookSeconds => ({ tookSeconds })))).toEqual({
      people,
      medianSeconds: median,
      worstSeconds: worst,
    });
  });
});

describe('filterPeople', () => {
  const people = judge([
    { member: leaver('Tomasz'), accounts: [active] },
    { member: leaver('Noor') },
  ]);

  it.each([
    { filter: {}, found: ['Tomasz', 'Noor'] },
    { filter: { status: 'not-found' as const }, found: ['Noor'] },
    { filter: { search: ' TOMA' }, found: ['Tomasz'] },
    { filter: { search: 'user:default/noor' }, found: ['Noor'] },
    { filter: { search: 'sam.rivers@' }, found: ['Tomasz'] },
    { filter: { search: 'sam', status: 'not-found' as const }, found: [] },
  ])('$filter', ({ filter, found }) => {
    expect(
      filterPeople(people, filter).map(({ displayName }) => displayName),
    ).toEqual(found);
  });
});

/** Anything that could be known, with log-ins. */
const known = fc
  .record({
    facts: systemFactsArbitrary,
    logIns: fc.array(fc.option(timeArbitrary), { maxLength: 3 }),
    overridden: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    at: timeArbitrary,
    revokeWithinDays: fc.constantFrom(0.5, 1, 30),
  })
  .map(({ facts, logIns, overridden, at, revokeWithinDays }) => ({
    facts: {
      ...facts,
      lastLogIns: new Map(
        facts.accounts.flatMap(({ id }, index) => {
          const logIn = logIns[index];
          return logIn ? [[id, logIn] as const] : [];
        }),
      ),
    },
    terms: {
      revocations: new Map(
        facts.staff
          .filter((_, index) => overridden[index])
          .map(({ entityRef }) => [
            entityRef,
            { proof: 'By hand', by: IVY, at },
          ]),
      ),
      offboardings: [],
      revokeWithinDays,
    },
  }));

describe('people who left, of anything that could be known', () => {
  it('are everybody who left, once, and their counts add up', () => {
    fc.assert(
      fc.property(known, ({ facts, terms }) => {
        const people = offboardedPeople(facts, terms);
        expect(people.map(({ staffRef }) => staffRef).sort()).toEqual(
          facts.staff
            .filter(({ state }) => state === 'offboarded')
            .map(({ entityRef }) => entityRef)
            .sort(),
        );
        const counts = Object.values(countByStatus(people));
        expect(counts.reduce((a, b) => a + b)).toBe(people.length);
      }),
    );
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(known, ({ facts, terms }) => {
        expect(
          offboardedPeople(
            {
              ...facts,
              staff: [...facts.staff].reverse(),
              accounts: [...facts.accounts].reverse(),
            },
            terms,
          ),
        ).toEqual(offboardedPeople(facts, terms));
      }),
    );
  });

  it('are active exactly when an account is and no admin says otherwise', () => {
    fc.assert(
      fc.property(known, ({ facts, terms }) => {
        for (const person of offboardedPeople(facts, terms)) {
          expect(person.status === 'active').toBe(
            !person.override &&
              person.accounts.some(({ state }) => state === 'active'),
          );
          expect(person.status === 'not-found').toBe(
            !person.override && person.accounts.length === 0,
          );
        }
      }),
    );
  });

  it('come first when an account was used after they left', () => {
    fc.assert(
      fc.property(known, ({ facts, terms }) => {
        const people = offboardedPeople(facts, terms);
        const used = people.filter(one => one.usedAfterLeaving);
        expect(people.slice(0, used.length)).toEqual(used);
      }),
    );
  });

  it('never took less than no time, nor longer than the worst', () => {
    fc.assert(
      fc.property(known, ({ facts, terms }) => {
        const people = offboardedPeople(facts, terms);
        const { medianSeconds, worstSeconds } = timeToRevoke(people);
        for (const { tookSeconds } of people) {
          expect(tookSeconds ?? 0).toBeGreaterThanOrEqual(0);
          expect(tookSeconds ?? 0).toBeLessThanOrEqual(worstSeconds ?? 0);
        }
        expect(medianSeconds ?? 0).toBeLessThanOrEqual(worstSeconds ?? 0);
      }),
    );
  });
});
