import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogFooter, Text } from '@backstage/ui';
import { Connect } from '../../hooks/useConnect';
import { gorgiasTranslationRef } from '../../translation';

interface ConnectDialogButtonsProps {
  connect: Connect;
  acknowledged: boolean;
  /** What to connect to, once it is known. */
  subdomain?: string;
  onClose(): void;
}

const SubmitButtons = (props: ConnectDialogButtonsProps) => {
  const { connect, acknowledged, subdomain } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const isReady = acknowledged && subdomain !== undefined;
  return (
    <>
      <Text variant="body-small" color="secondary" aria-live="polite">
        {!acknowledged && t('connect.acknowledgeFirst')}
        {acknowledged && !isReady && t('connect.subdomainFirst')}
      </Text>
      <Button variant="secondary" onPress={connect.showInstructions}>
        {t('connect.back')}
      </Button>
      <Button
        isDisabled={!isReady}
        isPending={connect.state.step === 'starting'}
        onPress={() => isReady && connect.start(subdomain)}
      >
        {t('connect.submit')}
      </Button>
    </>
  );
};

/** The buttons that fit the step the dialog is at. */
export const ConnectDialogButtons = (props: ConnectDialogButtonsProps) => {
  const { connect, onClose } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { state } = connect;
  const tryAgain = (
    <Button onPress={connect.enterAccount}>{t('common.tryAgain')}</Button>
  );

  return (
    <DialogFooter>
      {state.step === 'instructions' && (
        <Button onPress={connect.enterAccount}>{t('connect.next')}</Button>
      )}
      {(state.step === 'account' || state.step === 'starting') && (
        <SubmitButtons {...props} />
      )}
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
