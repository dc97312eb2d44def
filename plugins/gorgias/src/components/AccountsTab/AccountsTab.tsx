import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Table, Text, useTable } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  AccountFilter,
  AccountRow,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useMemo, useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { AccountDialog } from './AccountDialog';
import { AccountFilters } from './AccountFilters';
import { accountColumns } from './accountColumns';
import { SelectionBar } from './SelectionBar';
import { useAccountFilter } from './useAccountFilter';
import { useSelection } from './useSelection';

const PAGE_SIZE = 25;

const useStyles = makeStyles(
  {
    table: {
      // On the background of a selected row the paler text is too pale to read.
      '& [aria-selected="true"] [data-color="secondary"]': {
        color: 'var(--bui-fg-primary)',
      },
    },
  },
  { name: 'GorgiasAccountsTab' },
);

/** Every account of a system with its verdicts, a page at a time; only the own ones for those who may see no others. */
export const AccountsTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { entityRef, freshness, accessRule } = summary;
  const classes = useStyles();
  const mayRead = may(summary, 'read-accounts');
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { filter, isFiltered } = useAccountFilter();
  const [opened, setOpened] = useState<AccountRow>();

  const { tableProps, reload } = useTable<AccountRow, AccountFilter>({
    mode: 'cursor',
    filter,
    getData: async params => {
      const page = await api.listAccounts(entityRef, {
        ...params.filter,
        cursor: params.cursor,
        limit: params.pageSize,
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
      getLabel: ({ totalCount }) => t('accounts.page', { n: totalCount ?? 0 }),
    },
  });
  // What the verdicts rest on; when it changes, so may they.
  useReloadOnChange(reload, `${freshness.factsAt} ${accessRule?.revision}`);
  const columns = useMemo(() => accountColumns(t), [t]);
  const { selected, clear, selection } = useSelection(tableProps.data);
  const nothing = mayRead ? 'accounts.empty' : 'accounts.noneOwn';
  const onChanged = () => {
    reload();
    refresh();
  };

  return (
    <Flex direction="column" gap="4" py="4">
      {!mayRead && <Alert status="info" icon title={t('accounts.onlyOwn')} />}
      <AccountFilters />
      <SelectionBar
        entityRef={entityRef}
        selected={selected}
        onClear={clear}
        onChanged={onChanged}
      />
      {tableProps.error ? (
        <LoadError error={tableProps.error} onRetry={reload} />
      ) : (
        <Table
          {...tableProps}
          className={classes.table}
          columnConfig={columns}
          rowConfig={{ onClick: setOpened }}
          selection={may(summary, 'classify') ? selection : undefined}
          emptyState={
            <Text>{t(isFiltered ? 'accounts.noMatch' : nothing)}</Text>
          }
        />
      )}
      {opened && (
        <AccountDialog
          summary={summary}
          row={opened}
          onChanged={onChanged}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Flex>
  );
};
