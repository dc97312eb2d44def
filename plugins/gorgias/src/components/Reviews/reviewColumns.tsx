import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig, Link, Text } from '@backstage/ui';
import { AccessReview } from 'backstage-plugin-gorgias-common';
import { Translate } from '../../hooks/useTexts';
import { ReviewDue } from './ReviewDue';

/** What the list of reviews shows of one. */
export function reviewColumns(
  t: Translate,
  hrefOf: (reviewId: string) => string,
): ColumnConfig<AccessReview>[] {
  return [
    {
      id: 'title',
      minWidth: 180,
      defaultWidth: '2fr',
      label: t('reviews.column.title'),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <Cell>
          <Link href={hrefOf(id)}>{title}</Link>
        </Cell>
      ),
    },
    {
      id: 'status',
      minWidth: 110,
      label: t('reviews.column.status'),
      cell: ({ status }) => (
        <CellText title={t(`reviews.statusOf.${status}`)} />
      ),
    },
    {
      id: 'due',
      minWidth: 130,
      label: t('reviews.column.due'),
      cell: review => (
        <Cell>
          <ReviewDue review={review} />
        </Cell>
      ),
    },
    {
      id: 'progress',
      minWidth: 140,
      label: t('reviews.column.progress'),
      cell: ({ progress: { decided, total } }) => (
        <CellText title={t('reviews.progress', { decided, total })} />
      ),
    },
    {
      id: 'owner',
      minWidth: 130,
      label: t('reviews.column.owner'),
      cell: ({ owner }) => (
        <Cell>
          <EntityRefLink entityRef={owner} />
        </Cell>
      ),
    },
    {
      id: 'mine',
      minWidth: 110,
      label: t('reviews.column.mine'),
      cell: ({ waitingForMe }) => (
        <Cell>
          <Text weight={waitingForMe > 0 ? 'bold' : 'regular'}>
            {waitingForMe || '–'}
          </Text>
        </Cell>
      ),
    },
  ];
}
