import { AccessMatrix } from 'backstage-plugin-gorgias-common';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SUPPORT = 'group:default/support';
const TIER_1 = 'group:default/support-tier-1';
const SAM = 'sam.rivers';

describe.each(databaseIds)('the access matrix on %s', id => {
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    gorgias = await startGorgias({ knex: await databases.init(id) });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const matrix = () => admin().getAccessMatrix(GORGIAS);
  const start = async () => {
    await gorgias.connect();
    await admin().addCriticalSystem(GORGIAS);
    await admin().putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: [SUPPORT] },
      revision: 0,
    });
  };
  const lineOf = ({ lines }: AccessMatrix, group: string) =>
    lines.findIndex(line => line.type === 'org-role' && line.orgRole === group);
  const accountsIn = (seen: AccessMatrix, line: number) =>
    seen.cells
      .filter(cell => cell.line === line)
      .reduce((sum, { accounts }) => sum + accounts, 0);

  it('is empty before anything was read', async () => {
    expect(await matrix()).toEqual({ lines: [], gorgiasRoles: [], cells: [] });
  });

  it('counts what the list of active accounts has', async () => {
    await start();
    const seen = await matrix();
    const { items } = await admin().listAccounts(GORGIAS, {
      state: 'active',
      limit: 100,
    });
    for (const [index, line] of seen.lines.entries()) {
      const own = items.filter(({ identity, orgRoles }) => {
        switch (line.type) {
          case 'org-role':
          case 'no-org-role':
            return (
              identity.type === 'staff-member' &&
              identity.staffState === 'current' &&
              (line.type === 'org-role'
                ? orgRoles.includes(line.orgRole)
                : orgRoles.length === 0)
            );
          case 'offboarded':
            return (
              identity.type === 'staff-member' &&
              identity.staffState === 'offboarded'
            );
          default:
            return identity.type === line.type;
        }
      });
      expect(own).not.toHaveLength(0);
      expect(accountsIn(seen, index)).toBe(own.length);
      for (const cell of seen.cells.filter(one => one.line === index)) {
        const inCell = own.filter(
          ({ gorgiasRole }) => gorgiasRole === cell.gorgiasRole,
        );
        expect(cell.accounts).toBe(inCell.length);
        expect(cell.valid.failing).toBe(
          inCell.filter(({ verdicts }) => verdicts[3].status === 'failing')
            .length,
        );
      }
    }
    // Nobody in the example is in two groups.
    expect(seen.cells.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(
      items.length,
    );
    expect(JSON.stringify(seen)).not.toMatch(/rivers|@/);
  });

  it('names groups as the catalog does, as far as it has them', async () => {
    await start();
    const { lines } = await matrix();
    expect(lines).toContainEqual({
      type: 'org-role',
      orgRole: TIER_1,
      title: 'Support Tier 1',
    });
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'support-tier-1',
    );
    expect((await matrix()).lines).toContainEqual({
      type: 'org-role',
      orgRole: TIER_1,
      title: 'support-tier-1',
    });
  });

  it('counts somebody in two groups in both', async () => {
    await start();
    const before = await matrix();
    const sam = gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === SAM,
    )!;
    sam.relations!.push({ type: 'memberOf', targetRef: SUPPORT });
    advanceClock({ minutes: 15 });
    await gorgias.sync();
    const after = await matrix();
    const countIn = (seen: AccessMatrix, group: string) =>
      accountsIn(seen, lineOf(seen, group));
    expect(countIn(after, TIER_1)).toBe(countIn(before, TIER_1));
    expect(countIn(after, SUPPORT)).toBe(countIn(before, SUPPORT) + 1);
  });

  it('says stale, and nothing better, of old facts', async () => {
    await start();
    const before = await matrix();
    advanceClock({ hours: 3 });
    const { cells } = await matrix();
    expect(cells.map(({ accounts }) => accounts)).toEqual(
      before.cells.map(({ accounts }) => accounts),
    );
    for (const { valid } of cells) {
      expect(valid).toMatchObject({ passing: 0, failing: 0, unknown: 0 });
    }
  });

  it('is for those who may see accounts, since a cell may be one person', async () => {
    await start();
    expect(await gorgias.as(OWNER).getAccessMatrix(GORGIAS)).toEqual(
      await matrix(),
    );
    await expect(
      gorgias.as(ENGINEER).getAccessMatrix(GORGIAS),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
