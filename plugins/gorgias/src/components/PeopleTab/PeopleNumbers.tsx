import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { OffboardedPage } from 'backstage-plugin-gorgias-common';
import { lengthOf } from '../../dates';
import { gorgiasTranslationRef } from '../../translation';

/** How many people's access stands where, and how long removing it took. */
export const PeopleNumbers = (
  props: Pick<OffboardedPage, 'counts' | 'timeToRevoke'>,
) => {
  const { counts } = props;
  const { people, medianSeconds, worstSeconds } = props.timeToRevoke;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const length = (seconds: number) => lengthOf(seconds) || t('common.atOnce');
  return (
    <div role="status">
      <Text as="p">
        {t('people.counts', {
          active: counts.active,
          revoked: counts.revoked,
          notFound: counts['not-found'],
        })}
      </Text>
      <Text as="p" color="secondary">
        {medianSeconds === null || worstSeconds === null
          ? t('people.tookUnknown')
          : t('people.took', {
              n: people,
              median: length(medianSeconds),
              worst: length(worstSeconds),
            })}
      </Text>
    </div>
  );
};
