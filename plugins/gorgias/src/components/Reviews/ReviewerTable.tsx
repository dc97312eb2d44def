import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { ReviewerProgress } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { Translate, useTexts } from '../../hooks/useTexts';
import { ScrollTable } from '../ScrollTable';
import { Day } from '../Time';

type Row = ReviewerProgress & { id: string };

function reviewerColumns(t: Translate): ColumnConfig<Row>[] {
  return [
    {
      id: 'reviewer',
      minWidth: 160,
      label: t('reviews.column.reviewer'),
      isRowHeader: true,
      cell: ({ reviewer }) => (
        <Cell>
          {reviewer ? (
            <EntityRefLink entityRef={reviewer} />
          ) : (
            <Text>{t('reviews.nobody')}</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'judged',
      minWidth: 120,
      label: t('reviews.column.judged'),
      cell: ({ decided, total }) => (
        <CellText title={t('reviews.ofCount', { decided, total })} />
      ),
    },
    {
      id: 'reminded',
      minWidth: 120,
      label: t('reviews.column.reminded'),
      cell: ({ remindedAt }) => (
        <Cell>
          <Text>
            {remindedAt ? <Day at={remindedAt} /> : t('common.never')}
          </Text>
        </Cell>
      ),
    },
  ];
}

/** How far each reviewer is, and when they were told. */
export const ReviewerTable = ({
  reviewers,
}: {
  reviewers: ReviewerProgress[];
}) => {
  const { t } = useTexts();
  const columns = useMemo(() => reviewerColumns(t), [t]);
  return (
    <section>
      <Text as="h4" weight="bold">
        {t('reviews.reviewers')}
      </Text>
      <ScrollTable
        label={t('reviews.reviewers')}
        columnConfig={columns}
        data={reviewers.map(of => ({ ...of, id: of.reviewer ?? '' }))}
        pagination={{ type: 'none' }}
      />
    </section>
  );
};
