import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { runDuration } from '../SyncStrip';
import { Time } from '../Time';
import { RunOutcome } from './RunOutcome';
import { RunTrigger } from './RunTrigger';
import { Translate } from '../../hooks/useTexts';

/** What the sync history shows of a run. */
export function syncRunColumns(
  t: Translate,
  locale: string,
): ColumnConfig<SyncRun>[] {
  return [
    {
      id: 'started',
      label: t('history.column.started'),
      isRowHeader: true,
      cell: run => (
        <Cell>
          <Text>
            <Time at={run.startedAt} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'trigger',
      label: t('history.column.trigger'),
      cell: run => (
        <Cell>
          <RunTrigger run={run} />
        </Cell>
      ),
    },
    {
      id: 'outcome',
      defaultWidth: '2fr',
      label: t('history.column.outcome'),
      cell: run => (
        <Cell>
          <RunOutcome run={run} />
        </Cell>
      ),
    },
    {
      id: 'read',
      minWidth: 180,
      label: t('history.column.read'),
      cell: run => (
        <CellText
          title={t('history.read', {
            count: run.pages,
            accounts: run.accounts,
          })}
          description={
            run.retries > 0
              ? t('history.retries', { count: run.retries })
              : undefined
          }
        />
      ),
    },
    {
      id: 'changes',
      minWidth: 230,
      label: t('history.column.changes'),
      cell: run => (
        <CellText
          title={
            run.changes
              ? t('history.changes', {
                  added: run.changes.added,
                  updated: run.changes.updated,
                  gone: run.changes.gone,
                })
              : ''
          }
        />
      ),
    },
    {
      id: 'duration',
      label: t('history.column.duration'),
      cell: run => <CellText title={runDuration(run, locale)} />,
    },
  ];
}
