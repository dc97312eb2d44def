import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import { gorgiasTranslationRef } from '../../translation';

/** While the person is at Gorgias, in the other window. */
export const Waiting = ({ windowClosed }: { windowClosed: boolean }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (windowClosed) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('connect.windowClosed')}
      />
    );
  }
  return (
    <>
      <Text as="p" role="status">
        {t('connect.waiting')}
      </Text>
      <LinearProgress aria-label={t('connect.waiting')} />
    </>
  );
};
