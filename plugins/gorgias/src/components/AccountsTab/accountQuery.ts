import {
  ACCOUNT_ORDERS,
  AccountFilter,
  AccountOrder,
  AccountState,
  CHECK_IDS,
  Identity,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';

/** The states an account can be filtered by. */
export const ACCOUNT_STATES: readonly AccountState[] = [
  'active',
  'deactivated',
  'gone',
];

/** What an account can be identified as. */
export const IDENTITY_TYPES: ReadonlyArray<Identity['type']> = [
  'staff-member',
  'service-account',
  'external',
  'unidentified',
];

/** The checks that judge accounts. */
export const ACCOUNT_CHECK_IDS = CHECK_IDS.filter(
  id => id !== 'access-control-configured',
);

/** What of the list of accounts is shown, and which account is opened. */
export interface AccountQuery {
  filter: AccountFilter;
  order: AccountOrder;
  /** Where the page begins, none for the first. */
  cursor?: string;
  /** The account that is opened. */
  account?: string;
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(known => known === value);
}

/** Reads what an address asks for, and leaves out what does not exist. */
export function readAccountQuery(params: URLSearchParams): AccountQuery {
  const text = (name: string) => params.get(name) || undefined;
  const orderBy = oneOf(ACCOUNT_ORDERS, params.get('orderBy'));
  return {
    filter: {
      search: text('search'),
      check: oneOf(ACCOUNT_CHECK_IDS, params.get('check')),
      status: oneOf(VERDICT_STATUSES, params.get('status')),
      state: oneOf(ACCOUNT_STATES, params.get('state')),
      // Empty asks for the accounts that have none.
      gorgiasRole: params.get('gorgiasRole') ?? undefined,
      orgRole: text('orgRole'),
      identity: oneOf(IDENTITY_TYPES, params.get('identity')),
    },
    order: orderBy
      ? { orderBy, order: oneOf(['asc', 'desc'], params.get('order')) }
      : {},
    cursor: text('cursor'),
    account: text('account'),
  };
}

/** The address that asks for this. */
export function writeAccountQuery(query: AccountQuery): URLSearchParams {
  const { filter, order, cursor, account } = query;
  const { search, ...others } = filter;
  return new URLSearchParams(
    Object.entries({
      search: search || undefined,
      ...others,
      ...order,
      cursor,
      account,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
