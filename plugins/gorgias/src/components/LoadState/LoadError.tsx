import { Alert, Button } from '@backstage/ui';
import { errorMessage } from '../../errorMessage';
import { isNotAllowed } from '../../isNotAllowed';
import { English } from '../Said';
import { useTexts } from '../../hooks/useTexts';

/** Says that something could not be loaded and why, and offers to try again. */
export const LoadError = (props: {
  error: Error;
  /** What could not be loaded, when it is not everything there is. */
  title?: string;
  onRetry(): void;
}) => {
  const { t } = useTexts();
  if (isNotAllowed(props.error)) {
    return (
      <Alert
        status="info"
        icon
        title={t('system.notAllowed')}
        description={<English>{errorMessage(props.error)}</English>}
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t('common.failed')}
      description={<English>{errorMessage(props.error)}</English>}
      customActions={
        <Button variant="secondary" onPress={props.onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
};
