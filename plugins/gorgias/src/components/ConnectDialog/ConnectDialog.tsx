import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { parseSubdomain, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useEffect, useRef, useState } from 'react';
import { useConnect } from '../../hooks/useConnect';
import { gorgiasTranslationRef } from '../../translation';
import { AccountForm } from './AccountForm';
import { ConnectDialogButtons } from './ConnectDialogButtons';
import { Instructions } from './Instructions';
import { Waiting } from './Waiting';

/** Takes an admin through connecting a system to its Gorgias account. */
export const ConnectDialog = (props: {
  system: Pick<SystemSummary, 'entityRef' | 'subdomain'>;
  onClose(): void;
  onConnected(): void;
}) => {
  const { entityRef, subdomain } = props.system;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [input, setInput] = useState({
    acknowledged: false,
    subdomain: subdomain ?? '',
  });
  const parsed = parseSubdomain(input.subdomain);
  const connect = useConnect({
    entityRef,
    onConnected: () => {
      props.onConnected();
      props.onClose();
    },
  });
  const { state } = connect;

  // The button that led to a step is gone in it, and the focus with it.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.focus();
  }, [state.step]);

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
        {state.step === 'instructions' && <Instructions />}
        {(state.step === 'account' || state.step === 'starting') && (
          <AccountForm
            input={input}
            parsed={parsed}
            problem={state.step === 'account' ? state.problem : undefined}
            isDisabled={state.step === 'starting'}
            onChange={setInput}
          />
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
            description={state.message}
          />
        )}
      </DialogBody>
      <ConnectDialogButtons
        connect={connect}
        acknowledged={input.acknowledged}
        subdomain={parsed.ok ? parsed.subdomain : undefined}
        onClose={props.onClose}
      />
    </Dialog>
  );
};
