import {
  AccessMatrix,
  AccessMatrixCell,
  AccessMatrixLine,
  AccountFilter,
} from 'backstage-plugin-gorgias-common';

/** What narrows the list of accounts to those of a line. */
function ofLine(line: AccessMatrixLine): AccountFilter {
  switch (line.type) {
    case 'org-role':
      return { orgRole: line.orgRole };
    case 'no-org-role':
      return { identity: 'staff-member' };
    case 'offboarded':
      // Of those who left, only those who still have access are active.
      return { check: 'offboarded-access-removed', status: 'failing' };
    default:
      return { identity: line.type };
  }
}

/** What narrows the list of accounts to those that a cell counts. */
export function accountsOfCell(
  line: AccessMatrixLine,
  gorgiasRole: string | null,
): AccountFilter {
  return {
    ...ofLine(line),
    gorgiasRole: gorgiasRole ?? '',
    state: 'active',
  };
}

/** The same, and only those whose access is not valid. */
export function invalidOfCell(
  line: AccessMatrixLine,
  gorgiasRole: string | null,
): AccountFilter {
  return {
    ...accountsOfCell(line, gorgiasRole),
    check: 'access-valid',
    status: 'failing',
  };
}

/** The cells of a line in the order of the Gorgias roles; none where there are no accounts. */
export function cellsOfLine(
  matrix: AccessMatrix,
  line: number,
): Array<AccessMatrixCell | undefined> {
  return matrix.gorgiasRoles.map(gorgiasRole =>
    matrix.cells.find(
      cell => cell.line === line && cell.gorgiasRole === gorgiasRole,
    ),
  );
}

/** How strongly the cell with the most accounts is coloured; more would make it hard to read. */
const DARKEST_PERCENT = 40;

/** The background of a cell: the more accounts of all that any cell has, the darker. */
export function heatOf(accounts: number, most: number): string {
  const percent = Math.round(Math.sqrt(accounts / most) * DARKEST_PERCENT);
  return `color-mix(in srgb, var(--bui-fg-announcement) ${percent}%, transparent)`;
}
