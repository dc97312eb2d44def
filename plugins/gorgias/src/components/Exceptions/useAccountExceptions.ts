import { useApi } from '@backstage/core-plugin-api';
import { AccessException, GorgiasApi } from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { gorgiasApiRef } from '../../api';

const PAGE_SIZE = 100;
const OPEN = ['requested', 'approved'] as const;

async function listOpen(
  api: GorgiasApi,
  entityRef: string,
  accountId: string,
): Promise<AccessException[]> {
  const pages = await Promise.all(
    OPEN.map(status =>
      api.listExceptions(entityRef, { accountId, status, limit: PAGE_SIZE }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}

/** The exceptions of an account that are in force or wait for a decision; none for those who may not see them. */
export function useAccountExceptions(options: {
  entityRef: string;
  accountId: string;
  mayRead: boolean;
}) {
  const { entityRef, accountId, mayRead } = options;
  const api = useApi(gorgiasApiRef);
  return useAsyncRetry(
    async () => (mayRead ? listOpen(api, entityRef, accountId) : []),
    [api, entityRef, accountId, mayRead],
  );
}
