import { Flex } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useParams } from 'react-router-dom';
import { ReviewDetails } from './ReviewDetails';
import { ReviewList } from './ReviewList';

/** The access reviews of a system, or one of them; which one is part of the address. */
export const ReviewsTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const [, reviewId] = (useParams()['*'] ?? '').split('/');
  return (
    <Flex direction="column" gap="4" py="4">
      {reviewId ? (
        <ReviewDetails {...props} reviewId={reviewId} />
      ) : (
        <ReviewList {...props} />
      )}
    </Flex>
  );
};
