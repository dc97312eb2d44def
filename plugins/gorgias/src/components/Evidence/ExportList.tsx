import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { EvidenceOverview } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { Formats } from '../../formats';
import { useFormats } from '../../hooks/useFormats';
import { Translate, useTexts } from '../../hooks/useTexts';
import { ScrollTable } from '../ScrollTable';
import { Moment } from '../Time';

type Row = EvidenceOverview['exports'][number] & { id: number };

function exportColumns(t: Translate, formats: Formats): ColumnConfig<Row>[] {
  return [
    {
      id: 'at',
      minWidth: 160,
      label: t('evidence.overview.column.at'),
      isRowHeader: true,
      cell: ({ at }) => (
        <Cell>
          <Text>
            <Moment at={at} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'by',
      minWidth: 130,
      label: t('evidence.overview.column.by'),
      cell: ({ by }) => (
        <Cell>
          <EntityRefLink entityRef={by} />
        </Cell>
      ),
    },
    {
      id: 'what',
      minWidth: 120,
      label: t('evidence.overview.column.what'),
      cell: ({ what }) => <CellText title={what} />,
    },
    {
      id: 'period',
      minWidth: 200,
      label: t('evidence.overview.column.period'),
      cell: ({ period }) => (
        <CellText
          title={
            period
              ? t('evidence.overview.period', {
                  from: formats.day(period.from),
                  to: formats.day(period.to),
                })
              : t('evidence.overview.moment')
          }
        />
      ),
    },
  ];
}

/** Who took which evidence along last. */
export const ExportList = (props: { exports: EvidenceOverview['exports'] }) => {
  const { t } = useTexts();
  const formats = useFormats();
  const columns = useMemo(() => exportColumns(t, formats), [t, formats]);
  return (
    <section aria-label={t('evidence.overview.exports')}>
      <Text as="h4" weight="bold">
        {t('evidence.overview.exports')}
      </Text>
      {props.exports.length === 0 ? (
        <Text as="p">{t('evidence.overview.noExports')}</Text>
      ) : (
        <ScrollTable
          label={t('evidence.overview.exports')}
          columnConfig={columns}
          data={props.exports.map((one, id) => ({ ...one, id }))}
          pagination={{ type: 'none' }}
        />
      )}
    </section>
  );
};
