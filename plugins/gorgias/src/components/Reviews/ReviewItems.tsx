import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AccessReviewDetails } from 'backstage-plugin-gorgias-common';
import { useMemo, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { useSelection } from '../AccountsTab/useSelection';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { DecisionDialog, ItemAction } from './DecisionDialog';
import { DecisionBar } from './DecisionBar';
import { itemColumns } from './itemColumns';
import { ReviewFilters } from './ReviewFilters';
import { ItemRow, PAGE_SIZE, useReviewItems } from './useReviewItems';
import { useReviewQuery } from './useReviewQuery';

const useStyles = makeStyles(
  {
    table: {
      // On the background of a row that is selected or pointed at the paler
      // text is too pale to read.
      '& [role="row"]:is([aria-selected="true"], :hover) [data-color="secondary"]':
        { color: 'var(--bui-fg-primary)' },
    },
  },
  { name: 'GorgiasReviewItems' },
);

/** The accounts of a review, to be judged one by one or several alike. */
export const ReviewItems = (props: {
  entityRef: string;
  review: AccessReviewDetails;
  /** Changes when they may have changed. */
  version: string;
  onChanged(): void;
}) => {
  const { entityRef, review, version, onChanged } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const query = useReviewQuery({ isAsked: review.waitingForMe > 0 });
  const { page, isLoading, error } = useReviewItems(
    entityRef,
    review.id,
    query,
    version,
  );
  const { selected, clear, selection } = useSelection(page?.items);
  const [asked, setAsked] = useState<{
    action: ItemAction;
    items: ItemRow[];
  }>();
  const isOpen = review.status === 'open';
  const columns = useMemo(
    () =>
      itemColumns(t, {
        isOpen,
        onAct: (action, item) => setAsked({ action, items: [item] }),
      }),
    [t, isOpen],
  );

  return (
    <section>
      <Flex direction="column" gap="3">
        <ReviewFilters
          filter={query.filter}
          reviewers={review.byReviewer}
          onChange={query.change}
        />
        {isOpen && (
          <DecisionBar
            review={review}
            selected={selected}
            onAct={action => setAsked({ action, items: selected })}
            onClear={clear}
          />
        )}
        {error ? (
          <LoadError error={error} onRetry={onChanged} />
        ) : (
          <div className={classes.table}>
            <ScrollTable
              label={t('reviews.accounts')}
              columnConfig={columns}
              data={page?.items}
              isPending={isLoading}
              isStale={isLoading && page !== undefined}
              selection={isOpen ? selection : undefined}
              emptyState={<Text>{t('reviews.noMatch')}</Text>}
              pagination={{
                type: 'page',
                pageSize: PAGE_SIZE,
                showPageSizeOptions: false,
                totalCount: page?.totalItems,
                getLabel: ({ totalCount = 0 }) =>
                  t('reviews.inAll', { n: totalCount }),
                hasNextPage: page?.nextCursor !== undefined,
                hasPreviousPage: query.cursor !== undefined,
                onNextPage: () => query.turnTo(page?.nextCursor),
                onPreviousPage: () => query.turnTo(undefined),
              }}
            />
          </div>
        )}
      </Flex>
      {asked && (
        <DecisionDialog
          entityRef={entityRef}
          reviewId={review.id}
          {...asked}
          onChanged={() => {
            clear();
            onChanged();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
};
