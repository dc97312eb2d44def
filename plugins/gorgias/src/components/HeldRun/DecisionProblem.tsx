import { Alert } from '@backstage/ui';
import { HeldRunProblem } from '../../hooks/useHeldRunDecision';
import { English } from '../Said';
import { useTexts } from '../../hooks/useTexts';

/** Says why a decision did not count. */
export const DecisionProblem = ({ problem }: { problem: HeldRunProblem }) => {
  const { t } = useTexts();
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
