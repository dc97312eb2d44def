import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, useTable } from '@backstage/ui';
import { SyncRun, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { runsVersion } from './runsVersion';
import { syncRunColumns } from './syncRunColumns';

const PAGE_SIZE = 10;

/** All sync runs of a system, latest first, a page at a time. */
export const SyncRunTable = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef } = summary;
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
  useReloadOnChange(reload, runsVersion(summary));
  const columns = useMemo(() => syncRunColumns(t), [t]);

  return tableProps.error ? (
    <LoadError error={tableProps.error} onRetry={reload} />
  ) : (
    <ScrollTable
      label={t('history.table')}
      {...tableProps}
      columnConfig={columns}
      emptyState={<Text>{t('history.empty')}</Text>}
    />
  );
};
