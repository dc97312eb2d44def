import { Alert } from '@backstage/ui';
import { AccessReviewDetails } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { entityName } from './entityName';

/** What somebody should know of a review before looking at its accounts. */
export const ReviewNotices = ({ review }: { review: AccessReviewDetails }) => {
  const { t } = useTexts();
  const { day } = useFormats();
  const { signOff, cancellation, progress, status, waitingForMe } = review;
  const { openFollowUps, unassigned } = progress;
  // Whoever has judged something here, of whom nothing is asked any more.
  const isDone =
    status === 'open' && waitingForMe === 0 && review.judgedByMe > 0;
  return (
    <>
      {signOff && (
        <Alert
          status="success"
          icon
          title={t('reviews.signedOff', {
            by: entityName(signOff.by),
            on: day(signOff.at),
          })}
          description={signOff.comment}
        />
      )}
      {cancellation && (
        <Alert
          status="info"
          icon
          title={t('reviews.cancelled', {
            by: entityName(cancellation.by),
            on: day(cancellation.at),
            reason: cancellation.reason,
          })}
        />
      )}
      {isDone && (
        <Alert
          status="success"
          icon
          title={t('reviews.done')}
          description={t('reviews.doneHelp')}
        />
      )}
      {status === 'open' && unassigned > 0 && review.may.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('reviews.unassigned', { count: unassigned })}
        />
      )}
      {openFollowUps > 0 && (
        <Alert
          status="info"
          icon
          title={t('reviews.openFollowUps', { count: openFollowUps })}
        />
      )}
    </>
  );
};
