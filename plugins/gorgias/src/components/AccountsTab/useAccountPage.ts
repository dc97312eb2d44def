import { useApi } from '@backstage/core-plugin-api';
import { AccountRow, Page } from 'backstage-plugin-gorgias-common';
import { useCallback, useState } from 'react';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';
import { AccountQuery } from './accountQuery';

/** How many accounts are shown at once. */
export const PAGE_SIZE = 25;

/**
 * A page of the accounts. Unlike with the hook of the table, where it begins
 * comes from outside, and reading it again does not lead back to the first.
 * The page that was there stays until the next one is.
 */
export function useAccountPage(
  entityRef: string,
  query: Omit<AccountQuery, 'account'>,
): {
  page?: Page<AccountRow>;
  isLoading: boolean;
  error?: Error;
  reload(): void;
} {
  const { filter, order, cursor } = query;
  const api = useApi(gorgiasApiRef);
  const [readings, setReadings] = useState(0);
  const { value, loading, error } = useAsync(
    () =>
      api.listAccounts(entityRef, {
        ...filter,
        ...order,
        cursor,
        limit: PAGE_SIZE,
      }),
    [api, entityRef, JSON.stringify([filter, order]), cursor, readings],
  );
  const reload = useCallback(() => setReadings(n => n + 1), []);
  return { page: value, isLoading: loading, error, reload };
}
