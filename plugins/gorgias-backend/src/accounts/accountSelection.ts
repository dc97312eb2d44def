import { staleStatus } from 'backstage-plugin-gorgias-checks';
import {
  AccountFilter,
  AccountOrder,
  CheckId,
  VERDICT_STATUSES,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { Counts } from '../checks/countSystem';
import { Place } from '../pagination';
import { staffWith } from '../staff/StaffStore';
import { toSearchText } from './judgedAccount';

/** Which accounts of a system are listed, and in which order. */
export interface AccountSelection {
  entityRef: string;
  filter: AccountFilter;
  order: AccountOrder;
  /** Whether the facts are older than allowed, so that statuses are not those that were judged. */
  stale: boolean;
  /** Entity ref of whose accounts alone are listed, of somebody who may not see others. */
  ownerRef?: string;
}

const CHECK_COLUMNS: Partial<Record<CheckId, string>> = {
  'user-identified': 'user_identified',
  'offboarded-access-removed': 'offboarded_access_removed',
  'mfa-enabled': 'mfa_enabled',
  'access-valid': 'access_valid',
};

/** The accounts that a selection lets through; every part of its filter must. */
export function selectAccounts(
  knex: Knex,
  { entityRef, filter, stale, ownerRef }: AccountSelection,
): Knex.QueryBuilder {
  const accounts = knex('judged_accounts').where({ entity_ref: entityRef });
  if (ownerRef !== undefined) {
    accounts.where({ staff_ref: ownerRef });
  }
  if (filter.state) {
    accounts.where({ state: filter.state });
  }
  if (filter.gorgiasRole !== undefined) {
    accounts.where({ gorgias_role: filter.gorgiasRole || null });
  }
  if (filter.identity) {
    accounts.where({ identity_type: filter.identity });
  }
  if (filter.orgRole) {
    accounts.whereIn('staff_ref', staffWith(knex, filter.orgRole));
  }
  const search = toSearchText(filter.search?.trim() ?? '');
  if (search) {
    accounts.whereRaw(`search_text like ? escape '!'`, [
      `%${search.replace(/[!%_]/g, '!$&')}%`,
    ]);
  }
  whereStatus(accounts, filter, stale);
  return accounts;
}

function whereStatus(
  accounts: Knex.QueryBuilder,
  { check, status }: AccountFilter,
  stale: boolean,
): void {
  const columns = check
    ? [CHECK_COLUMNS[check]].filter(column => column !== undefined)
    : Object.values(CHECK_COLUMNS);
  if (columns.length === 0) {
    // The check of the system itself judges no account.
    accounts.whereRaw('1 = 0');
  } else if (status) {
    const judged = judgedAs(status, stale);
    accounts.where(some => {
      columns.forEach(column => some.orWhereIn(column, judged));
    });
  }
}

/** What was judged of those that now show a status. */
function judgedAs(status: VerdictStatus, stale: boolean): VerdictStatus[] {
  return stale
    ? VERDICT_STATUSES.filter(judged => staleStatus(judged) === status)
    : [status];
}

/** The columns a list is put in order by. The last is different for every account. */
export function sortColumnsOf({ order, stale }: AccountSelection): string[] {
  switch (order.orderBy) {
    case 'name':
      return ['name_key', 'position'];
    case 'gorgiasRole':
      return ['role_key', 'position'];
    case 'state':
      return ['state', 'position'];
    case 'identity':
      return ['identity_key', 'position'];
    case 'status':
      return [stale ? 'stale_rank' : 'status_rank', 'position'];
    default:
      return ['position'];
  }
}

/** Puts the accounts of a selection in order. */
export function inOrder(
  accounts: Knex.QueryBuilder,
  selection: AccountSelection,
): Knex.QueryBuilder {
  const { order = 'asc' } = selection.order;
  return accounts.orderBy(
    sortColumnsOf(selection).map(column => ({ column, order })),
  );
}

/** Leaves out the accounts of a selection up to a place in its order. */
export function startAfter(
  accounts: Knex.QueryBuilder,
  selection: AccountSelection,
  place: Place,
): void {
  const columns = sortColumnsOf(selection);
  const compare = selection.order.order === 'desc' ? '<' : '>';
  const marks = (mark: string) => columns.map(() => mark).join(', ');
  // As one comparison, which an index answers however far into the list.
  accounts.whereRaw(`(${marks('??')}) ${compare} (${marks('?')})`, [
    ...columns,
    ...place,
  ]);
}

/** How many accounts a selection lets through where that needs no counting, since it is of the whole system or of a state. */
export function knownCount(
  { filter, ownerRef }: AccountSelection,
  accounts: Counts['accounts'],
): number | undefined {
  const { state, ...others } = filter;
  const isNarrowed = Object.values(others).some(value => value !== undefined);
  if (isNarrowed || ownerRef !== undefined) {
    return undefined;
  }
  return state
    ? accounts[state]
    : Object.values(accounts).reduce((sum, count) => sum + count, 0);
}

/** What makes a list this one, so that its cursors are of no other. */
export function identityOf(selection: AccountSelection): unknown {
  const { filter, order, stale } = selection;
  return {
    ...selection,
    // Facts that get too old make another list only where statuses matter.
    stale: stale && (filter.status || order.orderBy === 'status'),
  };
}
