import { accessMatrix } from '../../__testUtils__/trendsFixtures';
import { accountsOfCell, cellsOfLine, heatOf, invalidOfCell } from './lines';

describe('a cell of the matrix', () => {
  it.each([
    [
      { type: 'org-role', orgRole: 'group:default/it', title: 'IT' } as const,
      { orgRole: 'group:default/it' },
    ],
    [{ type: 'no-org-role' } as const, { identity: 'staff-member' }],
    [
      { type: 'offboarded' } as const,
      { check: 'offboarded-access-removed', status: 'failing' },
    ],
    [{ type: 'external' } as const, { identity: 'external' }],
  ])('of %j leads to its accounts', (line, expected) => {
    expect(accountsOfCell(line, 'admin')).toEqual({
      ...expected,
      gorgiasRole: 'admin',
      state: 'active',
    });
  });

  it('leads to those that are not valid', () => {
    expect(invalidOfCell({ type: 'unidentified' }, null)).toEqual({
      identity: 'unidentified',
      gorgiasRole: '',
      state: 'active',
      check: 'access-valid',
      status: 'failing',
    });
  });

  it('is in the column of its Gorgias role', () => {
    const counts = cellsOfLine(accessMatrix(), 2).map(cell => cell?.accounts);
    expect(counts).toEqual([1, undefined, undefined, 3, undefined]);
  });

  it('is the darker the more accounts it has', () => {
    const percentOf = (accounts: number) =>
      Number(heatOf(accounts, 11).match(/(\d+)%/)![1]);
    expect(percentOf(1)).toBeLessThan(percentOf(5));
    expect(percentOf(5)).toBeLessThan(percentOf(11));
  });
});
