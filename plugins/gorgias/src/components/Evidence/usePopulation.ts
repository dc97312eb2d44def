import { useApi } from '@backstage/core-plugin-api';
import {
  PopulationAccount,
  PopulationPage,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { gorgiasApiRef } from '../../api';

/** How many accounts are shown at once. */
export const PAGE_SIZE = 25;

/** An account of a population as a row of a table. */
export type PopulationRow = PopulationAccount & { id: string };

/** Who had access to a system at a time, a page at a time. The page that was there stays until the next one is. */
export function usePopulation(entityRef: string, at: string) {
  const api = useApi(gorgiasApiRef);
  const [turned, setTurned] = useState<{ at: string; cursors: string[] }>({
    at,
    cursors: [],
  });
  // Another time begins with its first page.
  const cursors = turned.at === at ? turned.cursors : [];
  const cursor = cursors.at(-1);
  const { value, loading, error, retry } = useAsyncRetry(async () => {
    const page: PopulationPage = await api.listPopulation(entityRef, {
      at,
      cursor,
      limit: PAGE_SIZE,
    });
    return {
      ...page,
      items: page.items.map(item => ({ ...item, id: item.accountId })),
    };
  }, [api, entityRef, at, cursor]);

  return {
    page: value,
    isLoading: loading,
    error,
    reload: retry,
    hasPrevious: cursor !== undefined,
    next: () =>
      value?.nextCursor &&
      setTurned({ at, cursors: [...cursors, value.nextCursor] }),
    previous: () => setTurned({ at, cursors: cursors.slice(0, -1) }),
  };
}
