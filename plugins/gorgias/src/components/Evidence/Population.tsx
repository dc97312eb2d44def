import { ResponseError } from '@backstage/errors';
import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { LoadError, LoadingLines } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { populationColumns } from './populationColumns';
import { PopulationFacts } from './PopulationFacts';
import { PopulationUnknown } from './PopulationUnknown';
import { PAGE_SIZE, usePopulation } from './usePopulation';

const EXPECTED_LINES = 5;

/** Who had access to a system at a time, and how the checks stood then. */
export const Population = (props: {
  entityRef: string;
  at: string;
  knownSince: string | null;
}) => {
  const { entityRef, at, knownSince } = props;
  const { t } = useTexts();
  const { page, isLoading, error, reload, ...turn } = usePopulation(
    entityRef,
    at,
  );
  const columns = useMemo(() => populationColumns(t), [t]);

  if (error) {
    return ResponseError.is(error) && error.statusCode === 404 ? (
      <PopulationUnknown at={at} knownSince={knownSince} />
    ) : (
      <LoadError error={error} onRetry={reload} />
    );
  }
  if (!page) {
    return <LoadingLines lines={EXPECTED_LINES} />;
  }
  return (
    <>
      <PopulationFacts population={page} />
      <ScrollTable
        label={t('evidence.population.table')}
        columnConfig={columns}
        data={page.items}
        isStale={isLoading}
        emptyState={<Text>{t('evidence.population.none')}</Text>}
        pagination={{
          type: 'page',
          pageSize: PAGE_SIZE,
          showPageSizeOptions: false,
          totalCount: page.totalItems,
          getLabel: ({ totalCount = 0 }) =>
            t('evidence.population.inAll', { n: totalCount }),
          hasNextPage: page.nextCursor !== undefined,
          hasPreviousPage: turn.hasPrevious,
          onNextPage: turn.next,
          onPreviousPage: turn.previous,
        }}
      />
    </>
  );
};
