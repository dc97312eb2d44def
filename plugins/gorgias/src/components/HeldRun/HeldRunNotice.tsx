import { Alert, Button, Text } from '@backstage/ui';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { useChangeText } from './useChangeText';
import { useTexts } from '../../hooks/useTexts';

/**
 * Says that a sync has found too much gone to be believed, and that nothing
 * was changed. It is no failure: reading worked, and somebody has to decide.
 */
export const HeldRunNotice = (props: {
  run: SyncRun;
  mayDecide: boolean;
  /** Opens the review; without it there is no button, since one stands elsewhere. */
  onReview?(): void;
}) => {
  const { run, mayDecide, onReview } = props;
  const { t } = useTexts();
  const changeText = useChangeText();
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('held.title')}
      description={
        <>
          {run.held?.changes.map(change => (
            <Text as="p" key={change.source}>
              {changeText(change)}
            </Text>
          ))}
          <Text as="p">{t('held.kept')}</Text>
          {!mayDecide && <Text as="p">{t('held.askAdmin')}</Text>}
        </>
      }
      customActions={
        mayDecide &&
        onReview && (
          <Button variant="secondary" onPress={onReview}>
            {t('actions.reviewButton')}
          </Button>
        )
      }
    />
  );
};
