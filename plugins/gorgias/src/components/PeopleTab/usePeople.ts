import { useApi } from '@backstage/core-plugin-api';
import { useTable } from '@backstage/ui';
import {
  OffboardedFilter,
  OffboardedPage,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { PersonRow } from './peopleColumns';
import { useTexts } from '../../hooks/useTexts';

const PAGE_SIZE = 25;

/** The people who left as far as the filter lets them through, a page at a time, with the numbers of all of them. */
export function usePeople(summary: SystemSummary, filter: OffboardedFilter) {
  const { entityRef, freshness, offboarded } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const [numbers, setNumbers] =
    useState<Pick<OffboardedPage, 'counts' | 'timeToRevoke'>>();

  const table = useTable<PersonRow, OffboardedFilter>({
    mode: 'cursor',
    filter,
    getData: async params => {
      const page = await api.listOffboarded(entityRef, {
        ...params.filter,
        cursor: params.cursor,
        limit: params.pageSize,
      });
      setNumbers(page);
      return {
        data: page.items.map(person => ({ ...person, id: person.staffRef })),
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
  useReloadOnChange(
    table.reload,
    [freshness.factsAt, offboarded.active, offboarded.usedAfterLeaving].join(
      ' ',
    ),
  );
  return { ...table, numbers };
}
