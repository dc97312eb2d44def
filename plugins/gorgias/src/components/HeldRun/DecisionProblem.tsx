import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { HeldRunProblem } from '../../hooks/useHeldRunDecision';
import { gorgiasTranslationRef } from '../../translation';
import { English } from '../Said';

/** Says why a decision did not count. */
export const DecisionProblem = ({ problem }: { problem: HeldRunProblem }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Alert
      role="alert"
      status={problem.isReplaced ? 'warning' : 'danger'}
      icon
      title={t(problem.isReplaced ? 'held.replaced' : 'held.failed')}
      description={<English>{problem.message}</English>}
    />
  );
};
