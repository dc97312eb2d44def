import { CHECK_IDS, VerdictStatus } from 'backstage-plugin-gorgias-common';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const STATUS: Record<string, VerdictStatus> = {
  pass: 'passing',
  FAIL: 'failing',
  '?': 'unknown',
  '-': 'not-applicable',
};

/**
 * What every user of the emulator's account `acme` should be judged, worked
 * out by hand from the example organisation, with the access rule "members
 * of support". Columns: identified, offboarded access removed, MFA, access
 * valid.
 */
const EXPECTED: Array<[string, string, string, string, string, string]> = [
  // account, identified, offboarded, MFA, valid, reason
  ['Maya Ortiz', 'pass', 'pass', 'pass', 'pass', 'heads support, own 2FA'],
  [
    'Acme Bot',
    'FAIL',
    '-',
    '-',
    '-',
    'a bot: nobody signs in, nobody answers for it',
  ],
  [
    'Ivy Nakamura',
    'pass',
    'pass',
    'pass',
    'FAIL',
    'in IT, which is not support',
  ],
  ['Yuki Tanabe', 'pass', 'pass', 'pass', 'pass', 'support through tier 2'],
  [
    'Sam Rivers',
    'pass',
    'pass',
    'FAIL',
    'pass',
    'signs in by password, no 2FA',
  ],
  ['Amara Okafor', 'pass', 'pass', 'pass', 'pass', 'support through tier 1'],
  [
    'Tomasz Kowalski',
    'pass',
    'FAIL',
    'pass',
    'FAIL',
    'left on 2026-10-30, account still active',
  ],
  ['Elise Caron', '-', '-', '-', '-', 'deactivated, never in the catalog'],
  [
    'Linh Tran',
    'pass',
    'pass',
    'pass',
    'pass',
    'address in upper case is the same address',
  ],
  [
    'Diego Fuentes',
    'FAIL',
    '?',
    'pass',
    '?',
    'a plus alias is another address',
  ],
  [
    'Jonas Weiss',
    'pass',
    'pass',
    '?',
    'pass',
    'Google only: its second factor is not told',
  ],
  [
    'Freya Lindqvist',
    'pass',
    'pass',
    '?',
    'pass',
    'Google only: its second factor is not told',
  ],
  [
    'Priya Venkatesan',
    'pass',
    'pass',
    'FAIL',
    'pass',
    'Google, but a password without 2FA goes round it',
  ],
  [
    'Kofi Mensah',
    'pass',
    'pass',
    '?',
    'pass',
    'Gorgias does not tell about 2FA',
  ],
  ['Zeynep Demir', 'pass', 'pass', '?', 'FAIL', 'Google only; in engineering'],
  ['Returns Automation', 'FAIL', '-', '-', '-', 'a bot without an address'],
  ['Luca Moretti', 'pass', 'pass', 'pass', 'pass', 'support through tier 2'],
  ['Elena Popescu', 'pass', 'pass', 'pass', 'FAIL', 'in finance'],
  ['Aisha Rahman', 'pass', 'pass', 'pass', 'pass', 'support through tier 1'],
  [
    'Robin Achterberg',
    'FAIL',
    '?',
    'FAIL',
    '?',
    'a contractor nobody knows, no 2FA',
  ],
  [
    'Chloe Dubois',
    'pass',
    'pass',
    'FAIL',
    'pass',
    'signs in by password, no 2FA',
  ],
  ['Greta Jansen', 'pass', 'pass', 'pass', 'FAIL', 'in IT'],
  [
    'Omar Farouk',
    'pass',
    'pass',
    '?',
    'FAIL',
    'in IT; an invitation that is still open',
  ],
];

describe.each(databaseIds)('verdicts of the example account on %s', id => {
  let gorgias: RunningGorgias;
  let actual: Map<string, string[]>;

  beforeAll(async () => {
    gorgias = await startGorgias({ knex: await databases.init(id) });
    await gorgias.connect();
    const admin = gorgias.as(ADMIN);
    await admin.addCriticalSystem(GORGIAS);
    await admin.putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
      revision: 0,
    });
    const { items } = await admin.listAccounts(GORGIAS, { limit: 100 });
    actual = new Map(
      items.map(row => [row.name!, row.verdicts.map(({ status }) => status)]),
    );
  });
  afterAll(() => gorgias.stop());

  it.each(EXPECTED)('judges %s: %s %s %s %s, %s', (name, ...columns) => {
    expect(actual.get(name)).toEqual(
      columns.slice(0, 4).map(column => STATUS[column]),
    );
  });

  it('has a row in the table for every user', () => {
    expect([...actual.keys()].sort()).toEqual(
      EXPECTED.map(([name]) => name).sort(),
    );
  });

  it('sums them up by check, the worst first', async () => {
    const { checks, status } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    const column = (index: number, mark: string) =>
      EXPECTED.filter(row => row[index] === mark).length;
    expect(checks.map(check => check.checkId)).toEqual([...CHECK_IDS]);
    for (const [index, check] of [
      [1, checks[0]],
      [2, checks[1]],
      [3, checks[3]],
      [4, checks[4]],
    ] as const) {
      expect(check.status).toBe('failing');
      expect(check.counts).toMatchObject({
        passing: column(index, 'pass'),
        failing: column(index, 'FAIL'),
        unknown: column(index, '?'),
        'not-applicable': column(index, '-'),
      });
    }
    expect(checks[2]).toMatchObject({
      status: 'passing',
      // 14 of the 30 belong to support, and one of them has left.
      ground:
        'The access rule allows members of group:default/support: 13 staff members.',
    });
    expect(status).toBe('failing');
  });
});
