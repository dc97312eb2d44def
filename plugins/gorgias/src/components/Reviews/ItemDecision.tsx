import { Text } from '@backstage/ui';
import { ReviewItem } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { Note } from '../Note';
import { Day } from '../Time';
import { decisionText } from './decisionText';
import { entityName } from './entityName';

/** Why an account is in the review anew, or nobody has judged it yet. */
const Waiting = ({ item }: { item: ReviewItem }) => {
  const { t } = useTexts();
  const { addedBecause, addedAt, notMine, state } = item;
  if (state !== 'active') {
    return <Text as="p">{t('reviews.noAccess')}</Text>;
  }
  return (
    <>
      <Text as="p">{t('reviews.waits')}</Text>
      {addedBecause !== 'start' && (
        <Note>
          {t(
            addedBecause === 'appeared'
              ? 'reviews.appeared'
              : 'reviews.roleChanged',
          )}
          {', '}
          <Day at={addedAt} />
        </Note>
      )}
      {notMine && (
        <Note>
          {t('reviews.givenBack', {
            by: entityName(notMine.by),
            comment: notMine.comment ?? '',
          })}
        </Note>
      )}
    </>
  );
};

/** What was decided about an account, and whether that was carried out. */
export const ItemDecision = ({ item }: { item: ReviewItem }) => {
  const { t } = useTexts();
  const { decision, followUp } = item;
  if (!decision) {
    return <Waiting item={item} />;
  }
  const follow =
    decision.decision === 'change-role'
      ? ('roleFollowUp' as const)
      : ('followUp' as const);
  return (
    <>
      <Text as="p" weight="bold">
        {decisionText(decision, t)}
      </Text>
      {followUp && (
        <Text as="p" variant="body-small">
          {t(`reviews.${follow}.${followUp.status}`)}
          {followUp.doneAt && (
            <>
              {', '}
              <Day at={followUp.doneAt} />
            </>
          )}
        </Text>
      )}
      <Note>
        {entityName(decision.by)}, <Day at={decision.at} />
        {decision.comment && `: ${decision.comment}`}
      </Note>
    </>
  );
};
