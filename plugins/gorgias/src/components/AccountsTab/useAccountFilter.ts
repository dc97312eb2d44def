import {
  AccountFilter,
  AccountState,
  CHECK_IDS,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The states an account can be filtered by. */
export const ACCOUNT_STATES: readonly AccountState[] = [
  'active',
  'deactivated',
  'gone',
];

/** The checks that judge accounts. */
export const ACCOUNT_CHECK_IDS = CHECK_IDS.filter(
  id => id !== 'access-control-configured',
);

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(known => known === value);
}

/** The filter of the list of accounts, kept in the address so that it can be shared and gone back to. */
export function useAccountFilter(): {
  filter: AccountFilter;
  isFiltered: boolean;
  change(part: AccountFilter): void;
  clear(): void;
} {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<AccountFilter>(
    () => ({
      search: params.get('search') ?? undefined,
      check: oneOf(ACCOUNT_CHECK_IDS, params.get('check')),
      status: oneOf(VERDICT_STATUSES, params.get('status')),
      state: oneOf(ACCOUNT_STATES, params.get('state')),
    }),
    [params],
  );

  const change = (part: AccountFilter) =>
    setParams(
      Object.fromEntries(
        Object.entries({ ...filter, ...part }).filter(
          (entry): entry is [string, string] => Boolean(entry[1]),
        ),
      ),
      { replace: true },
    );

  return {
    filter,
    isFiltered: Object.values(filter).some(Boolean),
    change,
    clear: () => setParams({}, { replace: true }),
  };
}
