import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Text, useTable } from '@backstage/ui';
import { AccessReview, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { gorgiasApiRef } from '../../api';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';
import { may } from '../../may';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { reviewColumns } from './reviewColumns';
import { StartReviewDialog } from './StartReviewDialog';

const PAGE_SIZE = 20;

/** The access reviews of a system, newest first, and the way to start one. */
export const ReviewList = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const navigate = useNavigate();
  const links = useSystemLinks()(entityRef);
  const [isStarting, setStarting] = useState(false);
  const mayManage = may(summary, 'manage-reviews');
  const { tableProps, reload } = useTable<AccessReview>({
    mode: 'cursor',
    getData: async ({ cursor, pageSize }) => {
      const page = await api.listReviews(entityRef, {
        cursor,
        limit: pageSize,
      });
      return {
        data: page.items,
        nextCursor: page.nextCursor,
        totalCount: page.totalItems,
      };
    },
    paginationOptions: {
      pageSize: PAGE_SIZE,
      showPageSizeOptions: false,
      getLabel: ({ totalCount }) => t('common.inAll', { n: totalCount ?? 0 }),
    },
  });
  // Each reading of the summary is a sign that something may have changed.
  useEffect(() => reload(), [reload, summary]);
  const columns = useMemo(
    () => reviewColumns(t, id => links.reviews(id)),
    // The links are made of the entity ref alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, entityRef],
  );

  return (
    <section>
      <Flex direction="column" gap="3">
        <Flex justify="between" align="center" gap="3">
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('reviews.title')}
          </Text>
          {mayManage && (
            <Button onPress={() => setStarting(true)}>
              {t('reviews.start')}
            </Button>
          )}
        </Flex>
        <Text as="p" color="secondary">
          {t('reviews.help')}
        </Text>
        {tableProps.error ? (
          <LoadError error={tableProps.error} onRetry={reload} />
        ) : (
          <ScrollTable
            {...tableProps}
            label={t('reviews.table')}
            columnConfig={columns}
            emptyState={
              <Text>
                {t(mayManage ? 'reviews.empty' : 'reviews.emptyForOthers')}
              </Text>
            }
          />
        )}
      </Flex>
      {isStarting && (
        <StartReviewDialog
          entityRef={entityRef}
          onStarted={review => {
            refresh();
            navigate(links.reviews(review.id));
          }}
          onClose={() => setStarting(false)}
        />
      )}
    </section>
  );
};
