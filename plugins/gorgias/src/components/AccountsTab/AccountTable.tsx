import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TableSelection, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  ACCOUNT_ORDERS,
  AccountOrder,
  AccountRow,
  Page,
} from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { accountColumns } from './accountColumns';
import { PAGE_SIZE } from './useAccountPage';

const useStyles = makeStyles(
  {
    table: {
      // On the background of a selected row the paler text is too pale to read.
      '& [aria-selected="true"] [data-color="secondary"]': {
        color: 'var(--bui-fg-primary)',
      },
    },
  },
  { name: 'GorgiasAccountTable' },
);

/** A page of accounts, put in order by the headers of its columns. */
export const AccountTable = (props: {
  page?: Page<AccountRow>;
  isLoading: boolean;
  order: AccountOrder;
  hasPrevious: boolean;
  /** Said where there is nothing. */
  empty: string;
  selection?: TableSelection;
  onSort(order: AccountOrder): void;
  onNext(cursor: string): void;
  onPrevious(): void;
  onOpen(account: AccountRow): void;
}) => {
  const { page, isLoading, order, selection } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const columns = useMemo(() => accountColumns(t), [t]);
  const { nextCursor } = page ?? {};

  return (
    <div className={classes.table}>
      <ScrollTable
        label={t('accounts.table')}
        columnConfig={columns}
        data={page?.items}
        isPending={isLoading}
        isStale={isLoading && page !== undefined}
        rowConfig={{ onClick: props.onOpen }}
        selection={selection}
        emptyState={<Text>{props.empty}</Text>}
        sort={{
          descriptor: {
            column: order.orderBy ?? 'createdAt',
            direction: order.order === 'desc' ? 'descending' : 'ascending',
          },
          onSortChange: ({ column, direction }) =>
            props.onSort({
              orderBy: ACCOUNT_ORDERS.find(id => id === column),
              order: direction === 'descending' ? 'desc' : 'asc',
            }),
        }}
        pagination={{
          type: 'page',
          pageSize: PAGE_SIZE,
          showPageSizeOptions: false,
          totalCount: page?.totalItems,
          getLabel: ({ totalCount = 0 }) =>
            t('accounts.page', { n: totalCount }),
          hasNextPage: nextCursor !== undefined,
          hasPreviousPage: props.hasPrevious,
          onNextPage: () => nextCursor && props.onNext(nextCursor),
          onPreviousPage: props.onPrevious,
        }}
      />
    </div>
  );
};
