import {
  ACCOUNT_CHECKS,
  GroundedIdentity,
} from 'backstage-plugin-gorgias-checks';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ACCOUNT_ORDERS,
  AccountFilter,
  AccountState,
  CheckId,
  gorgiasRoleTitle,
  Identity,
  VERDICT_STATUSES,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { aClass, anAccount, aStaffMember } from '../__testUtils__/subjects';
import { GorgiasDatabase } from '../database';
import { Place } from '../pagination';
import { AccountSelection } from './accountSelection';
import { toJudgedAccount } from './judgedAccount';

const ENTITY = 'resource:default/gorgias';
const OTHER = 'resource:default/other';

const STAFF = [
  aStaffMember({
    entityRef: 'user:default/elin',
    displayName: 'Elin Ö_berg',
    groups: ['group:default/support'],
    orgRoles: ['group:default/support', 'group:default/acme', 'title:Lead'],
  }),
  aStaffMember({
    entityRef: 'user:default/elise',
    displayName: 'Élise Caron',
    groups: ['group:default/it'],
    orgRoles: ['group:default/it', 'group:default/acme'],
  }),
  aStaffMember({
    entityRef: 'user:default/zoë',
    displayName: 'zoë 100%',
    // Not to be taken for one that it has in it.
    orgRoles: ['title:lead of "group:default/it"', 'group:default/acme-it'],
  }),
];

/** What a list row is filtered by, as plain as can be. */
interface Row {
  id: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  state: AccountState;
  createdAt: string | null;
  identity: Identity;
  statuses: VerdictStatus[];
}

const judgedStatus = fc.constantFrom(
  ...VERDICT_STATUSES.filter(status => status !== 'stale'),
);

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.integer({ min: 1, max: 40 }).map(n => String(n * n * 7)),
  name: fc.option(
    fc
      .array(
        fc.constantFrom(
          'a',
          'B',
          'é',
          'Z',
          '_',
          '%',
          '!',
          "'",
          '\\',
          ' ',
          '字',
          '😀',
          '\uffee',
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map(letters => letters.join('')),
  ),
  email: fc.option(fc.constantFrom('a_b@acme.example', 'AxB@acme.example')),
  gorgiasRole: fc.option(
    fc.constantFrom('agent', 'admin', 'basic-agent', 'Zookeeper'),
  ),
  state: fc.constantFrom('active', 'deactivated', 'gone'),
  createdAt: fc.option(
    fc.constantFrom('2024-01-01T00:00:00.000Z', '2025-06-01T12:00:00.000Z'),
  ),
  identity: fc.oneof<fc.Arbitrary<Identity>[]>(
    fc.constantFrom(...STAFF).map(({ entityRef, displayName, state }) => ({
      type: 'staff-member' as const,
      staffRef: entityRef,
      displayName,
      staffState: state,
      ground: 'By e-mail.',
    })),
    fc.constantFrom(
      aClass('service-account'),
      aClass('external', { owner: 'group:default/it' }),
    ),
    fc.constant({
      type: 'unidentified' as const,
      ground: 'Nobody has it.',
      candidates: [],
    }),
  ),
  statuses: fc.array(judgedStatus, { minLength: 4, maxLength: 4 }),
});

const rows = fc.uniqueArray(row, {
  selector: ({ id }) => id,
  minLength: 5,
  maxLength: 25,
});

const filters = fc.record({
  search: fc.constantFrom(
    '',
    ' a',
    '_',
    '%',
    '!',
    'É',
    'B ',
    '7',
    "'",
    '\\',
    '😀',
    'caron',
    '100%',
  ),
  check: fc.constantFrom<CheckId>(
    'mfa-enabled',
    'user-identified',
    'access-valid',
    'access-control-configured',
  ),
  status: fc.constantFrom(...VERDICT_STATUSES),
  state: fc.constantFrom<AccountState>('active', 'deactivated', 'gone'),
  gorgiasRole: fc.constantFrom('', 'agent', 'Zookeeper'),
  orgRole: fc.constantFrom(
    'group:default/acme',
    'group:default/it',
    'title:Lead',
    'title:lead',
    'title:lead of "group:default/it"',
  ),
  identity: fc.constantFrom<Identity['type']>(
    'staff-member',
    'service-account',
    'unidentified',
  ),
});

/** Not all at once, which would let hardly any row through. */
const someFilters: fc.Arbitrary<AccountFilter> = fc
  .tuple(
    filters,
    fc.subarray(
      [
        'search',
        'check',
        'status',
        'state',
        'gorgiasRole',
        'orgRole',
        'identity',
      ] as const,
      { maxLength: 2 },
    ),
  )
  .map(([all, keys]) => Object.fromEntries(keys.map(key => [key, all[key]])));

const selection: fc.Arbitrary<AccountSelection> = fc.record({
  entityRef: fc.constant(ENTITY),
  filter: someFilters,
  order: fc.record({
    orderBy: fc.constantFrom(undefined, ...ACCOUNT_ORDERS),
    order: fc.constantFrom(undefined, 'asc', 'desc'),
  }),
  stale: fc.boolean(),
  ownerRef: fc.option(fc.constant('user:default/elin'), {
    nil: undefined,
    freq: 8,
  }),
});

const memberOf = ({ identity }: Row) =>
  STAFF.find(
    ({ entityRef }) =>
      identity.type === 'staff-member' && identity.staffRef === entityRef,
  );

/** The statuses of a row as they are shown. */
function shown({ statuses }: Row, stale: boolean): VerdictStatus[] {
  return statuses.map(status =>
    stale && !['not-applicable', 'not-configured'].includes(status)
      ? 'stale'
      : status,
  );
}

function matches(one: Row, { filter, stale, ownerRef }: AccountSelection) {
  const { search = '', check, status, state } = filter;
  const member = memberOf(one);
  const statuses = shown(one, stale).filter(
    (_, index) => !check || ACCOUNT_CHECKS[index].id === check,
  );
  const text = [one.id, one.name, one.email, member?.displayName].join('\n');
  return (
    statuses.length > 0 &&
    (!status || statuses.includes(status)) &&
    (!state || one.state === state) &&
    (filter.gorgiasRole === undefined ||
      (one.gorgiasRole ?? '') === filter.gorgiasRole) &&
    (!filter.orgRole || member?.orgRoles.includes(filter.orgRole)) &&
    (!filter.identity || one.identity.type === filter.identity) &&
    (!ownerRef || member?.entityRef === ownerRef) &&
    text.toLowerCase().includes(search.trim().toLowerCase())
  );
}

/** What a row is put in order by; `null` comes last, text goes by bytes. */
function keyOf(one: Row, { order, stale }: AccountSelection) {
  const { identity } = one;
  switch (order.orderBy) {
    case 'name':
      return one.name;
    case 'gorgiasRole':
      return one.gorgiasRole && gorgiasRoleTitle(one.gorgiasRole);
    case 'state':
      return one.state;
    case 'identity':
      return `${identity.type} ${
        memberOf(one)?.displayName ??
        ('owner' in identity ? identity.owner : '')
      }`;
    case 'status':
      return Math.min(
        ...shown(one, stale).map(status => VERDICT_STATUSES.indexOf(status)),
      );
    default:
      return '';
  }
}

function compare(a: string | number | null, b: string | number | null) {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return typeof a === 'number'
    ? a - Number(b)
    : Buffer.compare(Buffer.from(plain(a)), Buffer.from(plain(String(b))));
}

function plain(text: string): string {
  return text
    .replaceAll(/[éÉ]/g, 'e')
    .replaceAll(/[öÖ]/g, 'o')
    .replaceAll('ë', 'e')
    .toLowerCase();
}

/** The ids of the rows that a selection lets through, in its order. */
function expected(all: Row[], wanted: AccountSelection): string[] {
  const sorted = all
    .filter(one => matches(one, wanted))
    .sort(
      (a, b) =>
        compare(keyOf(a, wanted), keyOf(b, wanted)) ||
        compare(a.createdAt, b.createdAt) ||
        Number(a.id) - Number(b.id),
    )
    .map(({ id }) => id);
  return wanted.order.order === 'desc' ? sorted.reverse() : sorted;
}

function judge(all: Row[]) {
  const members = new Map(STAFF.map(member => [member.entityRef, member]));
  return all.map(({ identity, statuses, ...facts }) =>
    toJudgedAccount({
      subject: {
        account: anAccount(facts),
        identity: { groundParts: [], ...identity } as GroundedIdentity,
        staffMember:
          identity.type === 'staff-member'
            ? members.get(identity.staffRef)
            : undefined,
      },
      checks: ACCOUNT_CHECKS.map(({ id: checkId }, index) => ({
        checkId,
        outcome: { status: statuses[index], ground: '', facts: {} },
        lapses: [],
      })),
      digest: JSON.stringify([identity, statuses]).slice(0, 44),
    }),
  );
}

describe.each(databaseIds)('lists of accounts on %s', id => {
  let knex: Knex;
  let database: GorgiasDatabase;

  beforeAll(async () => {
    knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
  });

  it('are what filtering and sorting every row comes to, page by page', async () => {
    const { judgedAccounts } = database.stores;
    await database.stores.staff.put(STAFF, []);
    // Of another system, which shows nowhere.
    await judgedAccounts.write(OTHER, {
      added: judge(fc.sample(rows, 1)[0]),
      kept: [],
      vanished: [],
    });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(selection, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (all, selections, limit) => {
          // What was written the last time is the state before.
          const before = await judgedAccounts.digests(ENTITY);
          await judgedAccounts.write(ENTITY, {
            added: judge(all).filter(({ id: is }) => !before.has(is)),
            kept: judge(all).filter(({ id: is }) => before.has(is)),
            vanished: [...before.keys()].filter(
              known => !all.some(one => one.id === known),
            ),
          });
          for (const wanted of selections) {
            const ids: string[] = [];
            let after: Place | undefined;
            for (;;) {
              const page = await judgedAccounts.list(wanted, { after, limit });
              ids.push(...page.map(account => account.id));
              after = page.at(-1)?.place;
              if (page.length < limit) {
                break;
              }
            }
            expect(ids).toEqual(expected(all, wanted));
            expect(await judgedAccounts.count(wanted)).toBe(ids.length);
            seen += ids.length;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(300);
  });
});
