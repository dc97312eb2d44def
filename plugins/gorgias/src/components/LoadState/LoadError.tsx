import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { ResponseError } from '@backstage/errors';
import { errorMessage } from '../../errorMessage';
import { gorgiasTranslationRef } from '../../translation';
import { English } from '../Said';

/** Says that something could not be loaded and why, and offers to try again. */
export const LoadError = (props: {
  error: Error;
  /** What could not be loaded, when it is not everything there is. */
  title?: string;
  onRetry(): void;
}) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  // Trying again would not help, and nothing is broken.
  if (ResponseError.is(props.error) && props.error.statusCode === 403) {
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
