import { Button, DialogFooter } from '@backstage/ui';
import { ReactNode } from 'react';
import { Connect } from '../../hooks/useConnect';
import { useTexts } from '../../hooks/useTexts';

/** The buttons that fit the step the dialog is at. */
export const ConnectDialogButtons = (props: {
  connect: Connect;
  /** The buttons of the step where the account is entered. */
  submit: ReactNode;
  onClose(): void;
}) => {
  const { connect, submit, onClose } = props;
  const { t } = useTexts();
  const { state } = connect;
  const tryAgain = (
    <Button onPress={connect.enterAccount}>{t('common.tryAgain')}</Button>
  );

  return (
    <DialogFooter>
      {state.step === 'instructions' && (
        <Button onPress={connect.enterAccount}>{t('connect.next')}</Button>
      )}
      {(state.step === 'account' || state.step === 'starting') && submit}
      {state.step === 'waiting' && (
        <>
          <Button variant="secondary" onPress={connect.cancel}>
            {t('common.cancel')}
          </Button>
          {state.windowClosed ? (
            tryAgain
          ) : (
            <Button variant="secondary" onPress={connect.showWindow}>
              {t('connect.showWindow')}
            </Button>
          )}
        </>
      )}
      {state.step === 'failed' && (
        <>
          <Button variant="secondary" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          {tryAgain}
        </>
      )}
    </DialogFooter>
  );
};
