import { parseEntityRef } from '@backstage/catalog-model';
import {
  AccessMatrix,
  AccessMatrixCell,
  AccessMatrixLine,
  countStatuses,
  Identity,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';

/** Active accounts that make no difference to the matrix, and how many they are. */
export interface AlikeAccounts {
  gorgiasRole: string | null;
  identityType: Identity['type'];
  /** Whether the staff member has left. */
  offboarded: boolean;
  /** The staff member's direct groups. */
  groups: readonly string[];
  /** The status of `access-valid`. */
  valid: VerdictStatus;
  accounts: number;
}

/** The roles that Gorgias has, those that may do the most first. */
const GORGIAS_ROLES = [
  'admin',
  'agent',
  'basic-agent',
  'lite-agent',
  'observer-agent',
  'bot',
  'internal-agent',
];

/** In the order they are shown, after the groups. */
const OTHER_LINES = [
  'no-org-role',
  'offboarded',
  'service-account',
  'external',
  'unidentified',
] as const;

/**
 * Counts active accounts by the groups of those whose they are and by their
 * Gorgias role.
 *
 * @param titles - of groups, by entity ref
 */
export function accessMatrix(
  active: readonly AlikeAccounts[],
  titles: ReadonlyMap<string, string>,
): AccessMatrix {
  const lines = linesOf(active, titles);
  const gorgiasRoles = rolesOf(active);
  const cells = lines.flatMap((line, index) => {
    const own = active.filter(accounts => belong(accounts, line));
    return gorgiasRoles.map(gorgiasRole => ({
      line: index,
      gorgiasRole,
      ...count(own.filter(alike => alike.gorgiasRole === gorgiasRole)),
    }));
  });
  return {
    lines,
    gorgiasRoles,
    cells: cells.filter(({ accounts }) => accounts > 0),
  };
}

/** The groups whose members have accounts; people in none, and leavers, are no group. */
export function groupsOf(active: readonly AlikeAccounts[]): string[] {
  return [
    ...new Set(
      active
        .filter(accounts => typeOf(accounts) === 'org-role')
        .flatMap(({ groups }) => groups),
    ),
  ];
}

function linesOf(
  active: readonly AlikeAccounts[],
  titles: ReadonlyMap<string, string>,
): AccessMatrixLine[] {
  const groups = groupsOf(active)
    .map(orgRole => ({
      type: 'org-role' as const,
      orgRole,
      title: titles.get(orgRole) ?? nameOf(orgRole),
    }))
    .sort((a, b) => compare(a.title, b.title) || compare(a.orgRole, b.orgRole));
  const present = new Set(active.map(typeOf));
  return [
    ...groups,
    ...OTHER_LINES.filter(type => present.has(type)).map(type => ({ type })),
  ];
}

function rolesOf(active: readonly AlikeAccounts[]): Array<string | null> {
  const present = [...new Set(active.map(({ gorgiasRole }) => gorgiasRole))];
  const unknown = present
    .filter(role => role !== null)
    .filter(role => !GORGIAS_ROLES.includes(role))
    .sort();
  return [...GORGIAS_ROLES, ...unknown, null].filter(role =>
    present.includes(role),
  );
}

function typeOf(accounts: AlikeAccounts): AccessMatrixLine['type'] {
  if (accounts.identityType !== 'staff-member') {
    return accounts.identityType;
  }
  if (accounts.offboarded) {
    return 'offboarded';
  }
  return accounts.groups.length > 0 ? 'org-role' : 'no-org-role';
}

function belong(accounts: AlikeAccounts, line: AccessMatrixLine): boolean {
  return (
    typeOf(accounts) === line.type &&
    (line.type !== 'org-role' || accounts.groups.includes(line.orgRole))
  );
}

function count(
  alike: readonly AlikeAccounts[],
): Pick<AccessMatrixCell, 'accounts' | 'valid'> {
  const valid = countStatuses([]);
  for (const { valid: status, accounts } of alike) {
    valid[status] += accounts;
  }
  return {
    accounts: alike.reduce((sum, { accounts }) => sum + accounts, 0),
    valid,
  };
}

function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
