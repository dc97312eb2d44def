import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, useTable } from '@backstage/ui';
import { HistoryEntry, HistoryFilter } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { historyColumns } from './historyColumns';

const PAGE_SIZE = 10;

/** What changed, latest first, a page at a time. */
export const HistoryTable = (props: {
  entityRef: string;
  filter: HistoryFilter;
  /** When it changes, something may have changed. */
  version: string;
}) => {
  const { entityRef, filter, version } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const linksOf = useSystemLinks();

  const { tableProps, reload } = useTable<HistoryEntry, HistoryFilter>({
    mode: 'cursor',
    filter,
    getData: async params => {
      const page = await api.listHistory(entityRef, {
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
      getLabel: ({ totalCount }) => t('common.inAll', { n: totalCount ?? 0 }),
    },
  });
  useReloadOnChange(reload, version);
  const columns = historyColumns({
    t,
    // Of one account, that would be the same in every row.
    accountHref: filter.accountId
      ? undefined
      : account => linksOf(entityRef).accounts({ account }),
  });

  return tableProps.error ? (
    <LoadError error={tableProps.error} onRetry={reload} />
  ) : (
    <ScrollTable
      {...tableProps}
      label={t('changes.table')}
      columnConfig={columns}
      emptyState={<Text>{t('changes.empty')}</Text>}
    />
  );
};
