import { VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { accessMatrix, AlikeAccounts, groupsOf } from './accessMatrix';

const A = 'group:default/a';
const B = 'group:default/b';

const some = (differing: Partial<AlikeAccounts> = {}): AlikeAccounts => ({
  gorgiasRole: 'agent',
  identityType: 'staff-member',
  offboarded: false,
  groups: [A],
  valid: 'passing',
  accounts: 1,
  ...differing,
});

const alikeArbitrary: fc.Arbitrary<AlikeAccounts> = fc.record({
  gorgiasRole: fc.constantFrom('admin', 'lite-agent', 'new-role', null),
  identityType: fc.constantFrom(
    'staff-member',
    'staff-member',
    'service-account',
    'external',
    'unidentified',
  ),
  offboarded: fc.boolean(),
  groups: fc.uniqueArray(fc.constantFrom(A, B), { maxLength: 2 }),
  valid: fc.constantFrom(...VERDICT_STATUSES),
  accounts: fc.integer({ min: 1, max: 100 }),
});

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('accessMatrix', () => {
  it('is empty without accounts', () => {
    expect(accessMatrix([], new Map())).toEqual({
      lines: [],
      gorgiasRoles: [],
      cells: [],
    });
  });

  it('has the groups by title first, and the mightiest roles', () => {
    const { lines, gorgiasRoles } = accessMatrix(
      [
        some({ identityType: 'unidentified', groups: [], gorgiasRole: null }),
        some({ identityType: 'external', groups: [], gorgiasRole: 'zoo' }),
        some({ identityType: 'service-account', gorgiasRole: 'ape' }),
        some({ offboarded: true, gorgiasRole: 'observer-agent' }),
        some({ groups: [], gorgiasRole: 'basic-agent' }),
        some({ groups: [A], gorgiasRole: 'admin' }),
        some({ groups: [B] }),
      ],
      new Map([
        [A, 'Zebras'],
        [B, 'Apes'],
      ]),
    );
    expect(lines).toEqual([
      { type: 'org-role', orgRole: B, title: 'Apes' },
      { type: 'org-role', orgRole: A, title: 'Zebras' },
      { type: 'no-org-role' },
      { type: 'offboarded' },
      { type: 'service-account' },
      { type: 'external' },
      { type: 'unidentified' },
    ]);
    expect(gorgiasRoles).toEqual([
      'admin',
      'agent',
      'basic-agent',
      'observer-agent',
      'ape',
      'zoo',
      null,
    ]);
  });

  it('names a group without a title', () => {
    expect(accessMatrix([some()], new Map()).lines).toEqual([
      { type: 'org-role', orgRole: A, title: 'a' },
    ]);
  });

  it('counts somebody in two groups in both', () => {
    const { cells } = accessMatrix(
      [some({ groups: [A, B], valid: 'failing' }), some({ accounts: 3 })],
      new Map(),
    );
    expect(cells).toMatchObject([
      { line: 0, accounts: 4, valid: { passing: 3, failing: 1 } },
      { line: 1, accounts: 1, valid: { passing: 0, failing: 1 } },
    ]);
  });

  it('counts who has left in no group any more', () => {
    const left = [some({ offboarded: true })];
    expect(accessMatrix(left, new Map()).lines).toEqual([
      { type: 'offboarded' },
    ]);
    expect(groupsOf(left)).toEqual([]);
  });

  it('counts every account once, where nobody is in two groups', () => {
    fc.assert(
      fc.property(fc.array(alikeArbitrary), all => {
        const active = all.map(one => ({
          ...one,
          groups: one.groups.slice(0, 1),
        }));
        const { cells, lines, gorgiasRoles } = accessMatrix(active, new Map());
        expect(sum(cells.map(cell => cell.accounts))).toBe(
          sum(active.map(({ accounts }) => accounts)),
        );
        for (const cell of cells) {
          expect(cell.accounts).toBe(sum(Object.values(cell.valid)));
          expect(cell.accounts).toBeGreaterThan(0);
          expect(lines[cell.line]).toBeDefined();
          expect(gorgiasRoles).toContain(cell.gorgiasRole);
        }
        // No line and no role without an account.
        expect(new Set(cells.map(cell => cell.line)).size).toBe(lines.length);
        expect(new Set(cells.map(cell => cell.gorgiasRole)).size).toBe(
          gorgiasRoles.length,
        );
      }),
    );
  });

  it('is the same in whatever order the accounts come', () => {
    fc.assert(
      fc.property(
        fc
          .array(alikeArbitrary)
          .chain(all =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
            ),
          ),
        ([all, shuffled]) => {
          expect(accessMatrix(shuffled, new Map())).toEqual(
            accessMatrix(all, new Map()),
          );
        },
      ),
    );
  });
});
