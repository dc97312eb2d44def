import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Text, useTable } from '@backstage/ui';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { ScrollTable } from '../ScrollTable';
import { syncRunColumns } from './syncRunColumns';

/** The one run that somebody chose, in place of all of them. */
export const ChosenRun = (props: {
  /** Not given when it is not among the latest any more. */
  run?: SyncRun;
  allHref: string;
}) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const data = useMemo(() => (props.run ? [props.run] : []), [props.run]);
  const { tableProps } = useTable<SyncRun>({
    mode: 'complete',
    data,
    paginationOptions: { type: 'none' },
  });
  const columns = useMemo(() => syncRunColumns(t), [t]);
  return (
    <>
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text>{t('strip.chosen')}</Text>
        <ButtonLink variant="secondary" href={props.allHref}>
          {t('strip.showAll')}
        </ButtonLink>
      </Flex>
      <ScrollTable
        label={t('history.table')}
        {...tableProps}
        columnConfig={columns}
        emptyState={<Text>{t('strip.notFound')}</Text>}
      />
    </>
  );
};
