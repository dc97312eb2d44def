import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, ColumnConfig, Link, Text } from '@backstage/ui';
import { firstVerdicts, HistoryEntry } from 'backstage-plugin-gorgias-common';
import { Time } from '../Time';
import { HistoryChange } from './HistoryChange';
import { Translate } from '../../hooks/useTexts';

/** What a history shows of one change. */
export function historyColumns(options: {
  t: Translate;
  /** Not given where all entries are about the same account. */
  accountHref?(accountId: string): string;
}): ColumnConfig<HistoryEntry>[] {
  const { t, accountHref } = options;
  const about: ColumnConfig<HistoryEntry> = {
    id: 'about',
    minWidth: 120,
    label: t('changes.column.about'),
    cell: ({ accountId, accountName, staffRef }) => (
      <Cell>
        {accountId && accountHref && (
          <Text as="p">
            <Link href={accountHref(accountId)}>
              {accountName ?? t('exceptions.account', { id: accountId })}
            </Link>
          </Text>
        )}
        {staffRef && (
          <Text as="p">
            <EntityRefLink entityRef={staffRef} />
          </Text>
        )}
      </Cell>
    ),
  };
  return [
    {
      id: 'at',
      minWidth: 110,
      label: t('changes.column.at'),
      isRowHeader: true,
      cell: ({ at }) => (
        <Cell>
          <Text>
            <Time at={at} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'what',
      minWidth: 130,
      label: t('changes.column.what'),
      cell: entry => (
        <Cell>
          <Text as="p">
            {firstVerdicts(entry).length > 0
              ? t('changes.firstVerdicts')
              : t(`changes.kindOf.${entry.kind}`)}
          </Text>
          {entry.checkId && (
            <Text as="p" variant="body-small" color="secondary">
              {t(`messages.checkTitles.${entry.checkId}`)}
            </Text>
          )}
        </Cell>
      ),
    },
    ...(accountHref ? [about] : []),
    {
      id: 'by',
      minWidth: 110,
      label: t('changes.column.by'),
      cell: ({ by }) => (
        <Cell>
          <Text>
            {by ? <EntityRefLink entityRef={by} /> : t('changes.read')}
          </Text>
        </Cell>
      ),
    },
    {
      id: 'change',
      minWidth: 200,
      defaultWidth: '3fr',
      label: t('changes.column.change'),
      cell: entry => (
        <Cell>
          <HistoryChange entry={entry} />
        </Cell>
      ),
    },
  ];
}
