import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Text } from '@backstage/ui';
import useAsync from 'react-use/lib/useAsync';
import { gorgiasApiRef } from '../../api';
import { errorMessage } from '../../errorMessage';
import { useTexts } from '../../hooks/useTexts';
import { English } from '../Said';
import { ReviewDraft, ruleOf } from './reviewDraft';

/** Whom a review would ask about how many accounts. */
export const ReviewPreviewText = (props: {
  entityRef: string;
  draft: ReviewDraft;
}) => {
  const { entityRef, draft } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const reviewers = ruleOf(draft);
  const owner = draft.owner.trim();
  const { value, error } = useAsync(
    async () =>
      reviewers &&
      api.previewReview(entityRef, { reviewers, ...(owner && { owner }) }),
    [api, entityRef, JSON.stringify(reviewers), owner],
  );
  const unassigned =
    value?.byReviewer.find(({ reviewer }) => reviewer === null)?.total ?? 0;
  return (
    <section aria-label={t('reviews.form.preview')} aria-live="polite">
      <Text as="h4" weight="bold">
        {t('reviews.form.preview')}
      </Text>
      {error && (
        <Text as="p">
          <English>{errorMessage(error)}</English>
        </Text>
      )}
      {value && (
        <>
          <Text as="p">
            {t('reviews.form.previewTotal', { count: value.total })}
          </Text>
          <ul>
            {value.byReviewer.map(
              ({ reviewer, total }) =>
                reviewer && (
                  <li key={reviewer}>
                    <EntityRefLink entityRef={reviewer} />: {total}
                  </li>
                ),
            )}
          </ul>
          {unassigned > 0 && (
            <Alert
              status="warning"
              icon
              title={t('reviews.form.previewUnassigned', { count: unassigned })}
            />
          )}
        </>
      )}
    </section>
  );
};
