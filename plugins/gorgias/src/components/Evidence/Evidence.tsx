import { isNotAllowed } from '../../isNotAllowed';
import { LoadError, LoadingLines } from '../LoadState';
import { OverviewSection } from './OverviewSection';
import { PopulationSection } from './PopulationSection';
import { useEvidence } from './useEvidence';

const EXPECTED_LINES = 8;

/** What an auditor needs of a system: what evidence there is, who had access at any time, and the way to take it along. */
export const Evidence = (props: {
  entityRef: string;
  /** Why the system itself is not shown, said to those who may not see its evidence either. */
  refusal?: Error;
}) => {
  const { entityRef, refusal } = props;
  const { evidence, error, reload } = useEvidence(entityRef);
  if (evidence) {
    return (
      <>
        <OverviewSection evidence={evidence} onExported={reload} />
        <PopulationSection
          entityRef={entityRef}
          knownSince={evidence.overview.knownSince}
        />
      </>
    );
  }
  return error ? (
    <LoadError
      error={refusal && isNotAllowed(error) ? refusal : error}
      onRetry={reload}
    />
  ) : (
    <LoadingLines lines={EXPECTED_LINES} />
  );
};
