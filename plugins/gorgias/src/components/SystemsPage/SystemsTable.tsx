import {
  Cell,
  CellText,
  ColumnConfig,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import { SystemListItem } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { SystemLinks, useSystemLinks } from '../../hooks/useSystemLinks';
import { StatusLabel } from '../StatusLabel';
import { Time } from '../Time';
import { CheckMarks } from './CheckMarks';
import { Translate, useTexts } from '../../hooks/useTexts';

type Row = SystemListItem & { id: string };

const PAGE_SIZE = 20;

function columns(
  t: Translate,
  linksOf: (entityRef: string) => SystemLinks,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'system',
      label: t('systems.column.system'),
      isRowHeader: true,
      cell: row => (
        <CellText
          title={row.title}
          description={
            row.entityExists
              ? row.subdomain ?? undefined
              : t('systems.entityMissing')
          }
          href={linksOf(row.entityRef).summary}
        />
      ),
    },
    {
      id: 'connection',
      label: t('systems.column.connection'),
      cell: row => <CellText title={t(`connection.${row.connectionState}`)} />,
    },
    {
      id: 'freshness',
      label: t('systems.column.freshness'),
      cell: row => (
        <Cell>
          {row.freshness.factsAt ? (
            <Text>
              <Time at={row.freshness.factsAt} />
            </Text>
          ) : (
            <Text color="secondary">{t('common.never')}</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'status',
      label: t('systems.column.status'),
      cell: row => (
        <Cell>
          <StatusLabel status={row.status} />
        </Cell>
      ),
    },
    {
      id: 'checks',
      label: t('systems.column.checks'),
      cell: row => (
        <Cell>
          <CheckMarks checks={row.checks} />
        </Cell>
      ),
    },
    {
      id: 'tasks',
      label: t('systems.column.tasks'),
      cell: row => <CellText title={String(row.pendingTasks)} />,
    },
  ];
}

/** The list of critical systems, one row each. */
export const SystemsTable = ({ systems }: { systems: SystemListItem[] }) => {
  const { t } = useTexts();
  const linksOf = useSystemLinks();
  const data = useMemo(
    () => systems.map(system => ({ ...system, id: system.entityRef })),
    [systems],
  );
  const { tableProps } = useTable<Row>({
    mode: 'complete',
    data,
    paginationOptions: {
      type: data.length > PAGE_SIZE ? 'page' : 'none',
      pageSize: PAGE_SIZE,
      showPageSizeOptions: false,
    },
  });
  return (
    <Table
      {...tableProps}
      columnConfig={columns(t, linksOf)}
      rowConfig={{ getHref: row => linksOf(row.entityRef).summary }}
    />
  );
};
