import { useApi } from '@backstage/core-plugin-api';
import {
  Page,
  ReviewItem,
  ReviewItemFilter,
} from 'backstage-plugin-gorgias-common';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';

/** How many accounts are shown at once. */
export const PAGE_SIZE = 25;

/** An account of a review as a row of a table. */
export type ItemRow = ReviewItem & { id: string };

/** A page of the accounts of a review. The one that was there stays until the next one is. */
export function useReviewItems(
  entityRef: string,
  reviewId: string,
  { filter, cursor }: { filter: ReviewItemFilter; cursor?: string },
  version: string,
): { page?: Page<ItemRow>; isLoading: boolean; error?: Error } {
  const api = useApi(gorgiasApiRef);
  const { value, loading, error } = useAsync(async () => {
    const page = await api.listReviewItems(entityRef, reviewId, {
      ...filter,
      cursor,
      limit: PAGE_SIZE,
    });
    return {
      ...page,
      items: page.items.map(item => ({ ...item, id: item.accountId })),
    };
  }, [api, entityRef, reviewId, JSON.stringify(filter), cursor, version]);
  return { page: value, isLoading: loading, error };
}
