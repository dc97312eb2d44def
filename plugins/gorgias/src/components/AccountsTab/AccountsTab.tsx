import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Table, Text, useTable } from '@backstage/ui';
import {
  AccountFilter,
  AccountRow,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useMemo, useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { AccountDialog } from './AccountDialog';
import { AccountFilters } from './AccountFilters';
import { accountColumns } from './accountColumns';
import { useAccountFilter } from './useAccountFilter';

const PAGE_SIZE = 25;

/** Every account of a system with its verdicts, a page at a time. */
export const AccountsTab = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef, freshness, accessRule } = summary;
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

  return (
    <Flex direction="column" gap="4" py="4">
      <AccountFilters />
      {tableProps.error ? (
        <LoadError error={tableProps.error} onRetry={reload} />
      ) : (
        <Table
          {...tableProps}
          columnConfig={columns}
          rowConfig={{ onClick: setOpened }}
          emptyState={
            <Text>{t(isFiltered ? 'accounts.noMatch' : 'accounts.empty')}</Text>
          }
        />
      )}
      {opened && (
        <AccountDialog account={opened} onClose={() => setOpened(undefined)} />
      )}
    </Flex>
  );
};
