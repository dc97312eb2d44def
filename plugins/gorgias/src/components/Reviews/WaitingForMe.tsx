import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';
import { ReviewDue } from './ReviewDue';

/** The reviews in which accounts wait for whoever looks; nothing when there are none. */
export const WaitingForMe = () => {
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const linksOf = useSystemLinks();
  const { value } = useAsync(() => api.listMyReviews(), [api]);
  if (!value || value.items.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('reviews.waiting')}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {t('reviews.waiting')}
      </Text>
      <Text as="p" color="secondary">
        {t('reviews.waitingHelp')}
      </Text>
      <ul>
        {value.items.map(review => (
          <li key={review.id}>
            <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
              <Link href={linksOf(review.entityRef).reviews(review.id)}>
                {t('reviews.waitingFor', {
                  count: review.total - review.decided,
                  system: review.systemTitle,
                })}
              </Link>
              <Text>
                {review.title}, {t('reviews.due')} <ReviewDue review={review} />
              </Text>
            </Flex>
          </li>
        ))}
      </ul>
    </section>
  );
};
