import { Alert, Text } from '@backstage/ui';
import { PopulationPage } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { StatusBar } from '../Trends';

/** Of which time a population is, on what it rests, and how many accounts stood how. */
export const PopulationFacts = (props: { population: PopulationPage }) => {
  const { at, factsAt, counts, totalItems } = props.population;
  const { t } = useTexts();
  const { moment } = useFormats();
  return (
    <>
      <Text as="p" role="status">
        {t('evidence.population.at', { at: moment(at) })}{' '}
        {factsAt
          ? t('evidence.population.facts', { at: moment(factsAt) })
          : t('evidence.population.noFacts')}
      </Text>
      {counts.stale > 0 && (
        <Alert status="warning" icon title={t('evidence.population.stale')} />
      )}
      {totalItems > 0 && (
        <StatusBar label={t('evidence.population.counts')} counts={counts} />
      )}
    </>
  );
};
