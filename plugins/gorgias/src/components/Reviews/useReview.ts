import { useApi } from '@backstage/core-plugin-api';
import {
  AccessReviewDetails,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useCallback, useState } from 'react';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';

/** One review, read again whenever the summary of its system was, and when asked to. */
export function useReview(
  summary: SystemSummary,
  reviewId: string,
): {
  review?: AccessReviewDetails;
  error?: Error;
  /** Changes with each reading. */
  version: string;
  reload(): void;
} {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const [readings, setReadings] = useState(0);
  const { value, error } = useAsync(
    () => api.getReview(entityRef, reviewId),
    [api, summary, reviewId, readings],
  );
  const reload = useCallback(() => setReadings(n => n + 1), []);
  return {
    review: value,
    error,
    version: `${readings} ${JSON.stringify(value?.byReviewer)}`,
    reload,
  };
}
