import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Table, Text, useTable } from '@backstage/ui';
import { SyncRun, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { syncRunColumns } from './syncRunColumns';

const PAGE_SIZE = 10;

/** The sync runs of a system, latest first. */
export const SyncHistory = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef, sync } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { tableProps, reload } = useTable<SyncRun>({
    mode: 'cursor',
    getData: async ({ cursor, pageSize }) => {
      const page = await api.listSyncRuns(entityRef, {
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
      getLabel: ({ totalCount }) => t('history.page', { n: totalCount ?? 0 }),
    },
  });
  useReloadOnChange(
    reload,
    [sync.current, sync.last, sync.held].map(run => run?.id).join(' '),
  );
  const columns = useMemo(() => syncRunColumns(t), [t]);

  return (
    <section aria-label={t('history.title')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('history.title')}
      </Text>
      {tableProps.error ? (
        <LoadError error={tableProps.error} onRetry={reload} />
      ) : (
        <Table
          {...tableProps}
          columnConfig={columns}
          emptyState={<Text>{t('history.empty')}</Text>}
        />
      )}
    </section>
  );
};
