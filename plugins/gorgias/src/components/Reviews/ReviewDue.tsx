import { Text } from '@backstage/ui';
import { AccessReview } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { Day } from '../Time';

/** On which day a review is due, and whether that is over. */
export const ReviewDue = ({
  review: { dueAt, overdue },
}: {
  review: Pick<AccessReview, 'dueAt' | 'overdue'>;
}) => {
  const { t } = useTexts();
  return (
    <Text>
      {overdue && (
        <Text as="span" weight="bold">
          {t('reviews.overdue')}:{' '}
        </Text>
      )}
      <Day at={dueAt} />
    </Text>
  );
};
