import { Text } from '@backstage/ui';
import { CheckId, PopulationAccount } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { StatusLabel } from '../StatusLabel';
import { Day } from '../Time';

const WRAP = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** How a check stood, since when, and the exception that it was tolerated by, as the evidence names it. */
export const RecordedVerdict = (props: {
  verdict: NonNullable<PopulationAccount['verdicts'][CheckId]>;
}) => {
  const { status, since, exceptionId } = props.verdict;
  const { t } = useTexts();
  return (
    <>
      <StatusLabel status={status} />
      <Text as="p" variant="body-small" color="secondary">
        {t('evidence.population.since')} <Day at={since} />
      </Text>
      {exceptionId && (
        <Text as="p" variant="body-small" color="secondary" style={WRAP}>
          {t('evidence.population.exception', { id: exceptionId })}
        </Text>
      )}
    </>
  );
};
