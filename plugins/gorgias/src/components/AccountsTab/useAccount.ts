import { useApi } from '@backstage/core-plugin-api';
import { AccountDetails, AccountRow } from 'backstage-plugin-gorgias-common';
import { useCallback, useState } from 'react';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';

/** Everything known of one account; what the list has of it until that is read. */
export function useAccount(options: {
  entityRef: string;
  accountId: string;
  row?: AccountRow;
}): {
  account?: AccountRow & Partial<AccountDetails>;
  error?: Error;
  retry(): void;
} {
  const { entityRef, accountId, row } = options;
  const api = useApi(gorgiasApiRef);
  const [readings, setReadings] = useState(0);
  const { value, error } = useAsync(
    () => api.getAccount(entityRef, accountId),
    [api, entityRef, accountId, readings],
  );
  const retry = useCallback(() => setReadings(n => n + 1), []);
  return {
    // That of the account before stays until this one's is there.
    account: value?.id === accountId ? value : row,
    error,
    retry,
  };
}
