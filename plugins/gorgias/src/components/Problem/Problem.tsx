import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { SubmitProblem } from '../../hooks/useSubmit';
import { gorgiasTranslationRef } from '../../translation';
import { English } from '../Said';

/** Says why something could not be done, in the backend's words. */
export const Problem = (props: {
  problem?: SubmitProblem;
  /** Whether what is shown was read again after a conflict. */
  isReadAgain?: boolean;
}) => {
  const { problem, isReadAgain } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (!problem) {
    return null;
  }
  const { isConflict, message } = problem;
  return (
    <Alert
      role="alert"
      status={isConflict ? 'warning' : 'danger'}
      icon
      title={t(isConflict ? 'common.conflict' : 'common.notDone')}
      description={
        <>
          <English>{message}</English>
          {isConflict && isReadAgain && ` ${t('common.refresh')}`}
        </>
      }
    />
  );
};
