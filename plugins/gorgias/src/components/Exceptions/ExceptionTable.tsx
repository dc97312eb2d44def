import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, useTable } from '@backstage/ui';
import {
  AccessException,
  ExceptionFilter,
  ExceptionStatus,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useMemo, useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { DecisionDialog } from './DecisionDialog';
import { Decision } from './decisions';
import { exceptionColumns } from './exceptionColumns';

const PAGE_SIZE = 10;

/** The exceptions that stand at one place, latest first, a page at a time. */
export const ExceptionTable = (props: {
  summary: SystemSummary;
  status: ExceptionStatus;
  /** What the table is called. */
  label: string;
  empty: string;
  /** Counts up with each decision, also one that was made in another table. */
  version: number;
  onChanged(): void;
}) => {
  const { summary, status, label, empty, version, onChanged } = props;
  const { entityRef, actions } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const linksOf = useSystemLinks();
  const [opened, setOpened] = useState<{
    exception: AccessException;
    decision: Decision;
  }>();
  const filter = useMemo(() => ({ status }), [status]);

  const { tableProps, reload } = useTable<AccessException, ExceptionFilter>({
    mode: 'cursor',
    filter,
    getData: async params => {
      const page = await api.listExceptions(entityRef, {
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
  useReloadOnChange(reload, `${version} ${summary.requestedExceptions}`);
  const columns = exceptionColumns({
    t,
    actions,
    accountHref: account => linksOf(entityRef).accounts({ account }),
    onDecide: (exception, decision) => setOpened({ exception, decision }),
  });

  return (
    <>
      {tableProps.error ? (
        <LoadError error={tableProps.error} onRetry={reload} />
      ) : (
        <ScrollTable
          {...tableProps}
          label={label}
          columnConfig={columns}
          emptyState={<Text>{empty}</Text>}
        />
      )}
      {opened && (
        <DecisionDialog
          entityRef={entityRef}
          exception={
            // As last read, so that a second try knows what was changed.
            tableProps.data?.find(({ id }) => id === opened.exception.id) ??
            opened.exception
          }
          decision={opened.decision}
          onChanged={onChanged}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
};
