import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';
import { LoadError, LoadingLines } from '../LoadState';
import { ReviewActions } from './ReviewActions';
import { ReviewDue } from './ReviewDue';
import { ReviewItems } from './ReviewItems';
import { ReviewNotices } from './ReviewNotices';
import { ReviewProgressBar } from './ReviewProgressBar';
import { ReviewerTable } from './ReviewerTable';
import { useReview } from './useReview';

const EXPECTED_LINES = 8;

/** One access review: how far it is, the accounts to judge, and what its owner can do with it. */
export const ReviewDetails = (props: {
  summary: SystemSummary;
  reviewId: string;
  refresh(): Promise<void>;
}) => {
  const { summary, reviewId, refresh } = props;
  const { entityRef } = summary;
  const { t } = useTexts();
  const { day } = useFormats();
  const links = useSystemLinks()(entityRef);
  const { review, error, version, reload } = useReview(summary, reviewId);
  const onChanged = () => {
    reload();
    refresh();
  };

  if (error && !review) {
    return <LoadError error={error} onRetry={reload} />;
  }
  if (!review) {
    return <LoadingLines lines={EXPECTED_LINES} />;
  }
  return (
    <>
      <Link href={links.reviews()}>{t('reviews.all')}</Link>
      <Flex
        justify="between"
        align="start"
        gap="3"
        style={{ flexWrap: 'wrap' }}
      >
        <div>
          <Text as="h3" variant="title-x-small" weight="bold">
            {review.title}
          </Text>
          <Text as="p" color="secondary">
            {t(`reviews.statusOf.${review.status}`)}, {t('reviews.due')}{' '}
            <ReviewDue review={review} />, {t('reviews.column.owner')}{' '}
            <EntityRefLink entityRef={review.owner} />
          </Text>
          {review.recurrence && (
            <Text as="p" color="secondary">
              {t('reviews.repeats', {
                how: t(`reviews.form.recurrenceOf.${review.recurrence}`),
              })}
              {review.nextStartAt &&
                `, ${t('reviews.next', { on: day(review.nextStartAt) })}`}
            </Text>
          )}
        </div>
        <ReviewActions
          entityRef={entityRef}
          review={review}
          onChanged={onChanged}
        />
      </Flex>
      {error && (
        <Alert status="warning" icon title={t('common.refreshFailed')} />
      )}
      <ReviewNotices review={review} />
      <ReviewProgressBar progress={review.progress} />
      <ReviewItems
        entityRef={entityRef}
        review={review}
        version={version}
        onChanged={onChanged}
      />
      <ReviewerTable reviewers={review.byReviewer} />
    </>
  );
};
