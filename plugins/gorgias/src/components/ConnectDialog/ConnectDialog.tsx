import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useEffect, useRef } from 'react';
import { English } from '../Said';
import { gorgiasTranslationRef } from '../../translation';
import { AccountForm } from './AccountForm';
import { ApiKeyFields } from './ApiKeyFields';
import { ConnectDialogButtons } from './ConnectDialogButtons';
import { Instructions } from './Instructions';
import { MethodSwitch } from './MethodSwitch';
import { SubmitButtons } from './SubmitButtons';
import { useConnectForm } from './useConnectForm';
import { Waiting } from './Waiting';

/** Takes an admin through connecting a system to its Gorgias account. */
export const ConnectDialog = (props: {
  system: Pick<SystemSummary, 'entityRef' | 'subdomain' | 'connectMethods'>;
  /** Tells whether the person is at Gorgias, in the other window. */
  onWaiting?(isWaiting: boolean): void;
  onClose(): void;
  onConnected(): void;
}) => {
  const { onWaiting } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const form = useConnectForm({
    system: props.system,
    onConnected: () => {
      props.onConnected();
      props.onClose();
    },
  });
  const { input, method, isBusy, otherMethod } = form;
  const { state } = form.oauth;

  // The button that led to a step is gone in it, and the focus with it.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.focus();
  }, [state.step]);

  const isWaiting = state.step === 'waiting';
  const tellWaiting = useRef(onWaiting);
  tellWaiting.current = onWaiting;
  useEffect(() => tellWaiting.current?.(isWaiting), [isWaiting]);

  return (
    <Dialog
      isOpen
      width={560}
      // A stray click beside the dialog must not end a log-in under way.
      isDismissable={state.step === 'instructions'}
      onOpenChange={isOpen => !isOpen && props.onClose()}
    >
      <DialogHeader>{t('connect.title')}</DialogHeader>
      <DialogBody ref={body} tabIndex={-1}>
        {state.step === 'instructions' && <Instructions method={method} />}
        {(state.step === 'account' || state.step === 'starting') && (
          <AccountForm
            input={input}
            parsed={form.parsed}
            problem={form.problem}
            isDisabled={isBusy}
            onChange={form.change}
          >
            {method === 'api-key' && (
              <ApiKeyFields
                input={input}
                isDisabled={isBusy}
                onChange={form.change}
              />
            )}
            {otherMethod && (
              <MethodSwitch
                to={otherMethod}
                isDisabled={isBusy}
                onSwitch={form.switchTo}
              />
            )}
          </AccountForm>
        )}
        {state.step === 'waiting' && (
          <Waiting windowClosed={state.windowClosed} />
        )}
        {state.step === 'failed' && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('connect.failed')}
            description={
              state.code ? (
                t(`messages.connectErrors.${state.code}`)
              ) : (
                <English>{state.message}</English>
              )
            }
          />
        )}
      </DialogBody>
      <ConnectDialogButtons
        connect={form.oauth}
        submit={
          <SubmitButtons
            missing={form.missing}
            isPending={isBusy}
            onBack={form.oauth.showInstructions}
            onSubmit={form.submit}
          />
        }
        onClose={props.onClose}
      />
    </Dialog>
  );
};
