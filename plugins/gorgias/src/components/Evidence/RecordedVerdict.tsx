import { CheckId, PopulationAccount } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { Note } from '../Note';
import { StatusLabel } from '../StatusLabel';
import { Day } from '../Time';

/** How a check stood, since when, and the exception that it was tolerated by, as the evidence names it. */
export const RecordedVerdict = (props: {
  verdict: NonNullable<PopulationAccount['verdicts'][CheckId]>;
}) => {
  const { status, since, exceptionId } = props.verdict;
  const { t } = useTexts();
  return (
    <>
      <StatusLabel status={status} />
      <Note>
        {t('evidence.population.since')} <Day at={since} />
      </Note>
      {exceptionId && (
        <Note>{t('evidence.population.exception', { id: exceptionId })}</Note>
      )}
    </>
  );
};
