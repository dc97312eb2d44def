import {
  OffboardedFilter,
  RevocationStatus,
} from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What can have become of the access of somebody who left. */
export const REVOCATION_STATUSES: readonly RevocationStatus[] = [
  'active',
  'revoked',
  'not-found',
];

/** The filter of the list of people who left, kept in the address. */
export function usePeopleFilter(): {
  filter: OffboardedFilter;
  isFiltered: boolean;
  change(part: OffboardedFilter): void;
  clear(): void;
} {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<OffboardedFilter>(
    () => ({
      search: params.get('search') ?? undefined,
      status: REVOCATION_STATUSES.find(id => id === params.get('status')),
    }),
    [params],
  );
  return {
    filter,
    isFiltered: Object.values(filter).some(Boolean),
    change: part =>
      setParams(
        Object.fromEntries(
          Object.entries({ ...filter, ...part }).filter(
            (entry): entry is [string, string] => Boolean(entry[1]),
          ),
        ),
        { replace: true },
      ),
    clear: () => setParams({}, { replace: true }),
  };
}
