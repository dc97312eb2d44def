import { Alert, Text } from '@backstage/ui';

import { ProgressBar } from '../ProgressBar';
import { useTexts } from '../../hooks/useTexts';

/** While the person is at Gorgias, in the other window. */
export const Waiting = ({ windowClosed }: { windowClosed: boolean }) => {
  const { t } = useTexts();
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
