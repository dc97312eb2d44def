import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';

import { gorgiasTranslationRef } from '../../translation';
import { ProgressBar } from '../ProgressBar';

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
      <ProgressBar label={t('connect.waiting')} />
    </>
  );
};
