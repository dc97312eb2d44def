import { Button } from '@backstage/ui';
import { SyncRun, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { SystemActions } from '../../hooks/useSystemActions';
import { may } from '../../may';
import { ConfirmDialog } from '../ConfirmDialog';
import { ConnectDialog } from '../ConnectDialog';
import { HeldRunDialog } from '../HeldRun';
import { ConnectionStatus } from '../SystemOverview';
import { ConnectionDetails } from './ConnectionDetails';
import { Section } from '../Section';
import { useTexts } from '../../hooks/useTexts';

/** The connection to Gorgias: whose it is, and connecting and disconnecting. */
export const ConnectionSection = (props: {
  summary: SystemSummary;
  actions: SystemActions;
  refresh(): Promise<void>;
}) => {
  const { summary, actions, refresh } = props;
  const { connection, sync, title } = summary;
  const { t } = useTexts();
  const [dialog, setDialog] = useState<'connect' | 'disconnect'>();
  const [reviewed, setReviewed] = useState<SyncRun | null>(null);
  const close = () => setDialog(undefined);
  const isGranted = connection && connection.state !== 'disconnected';
  const isSound = connection?.state === 'connected' && !connection.warning;

  return (
    <Section
      title={t('manage.connection')}
      buttons={
        may(summary, 'manage-connection') && (
          <>
            {!isSound && (
              <Button variant="secondary" onPress={() => setDialog('connect')}>
                {isGranted
                  ? t('actions.reconnectButton')
                  : t('actions.connectButton')}
              </Button>
            )}
            {isGranted && (
              <Button
                variant="secondary"
                isPending={actions.busy === 'disconnect'}
                onPress={() => setDialog('disconnect')}
              >
                {t('manage.disconnect')}
              </Button>
            )}
          </>
        )
      }
    >
      <ConnectionStatus
        summary={summary}
        onReview={() => setReviewed(sync.held)}
      />
      {connection && (
        <ConnectionDetails
          connection={connection}
          earlyNews={summary.earlyNews}
        />
      )}
      {dialog === 'connect' && (
        <ConnectDialog
          system={summary}
          onClose={close}
          onConnected={actions.connected}
        />
      )}
      {dialog === 'disconnect' && (
        <ConfirmDialog
          title={t('manage.disconnectTitle', { title })}
          consequence={t(
            connection?.method === 'api-key'
              ? 'manage.disconnectApiKeyHelp'
              : 'manage.disconnectHelp',
          )}
          confirm={t('manage.disconnect')}
          onConfirm={actions.disconnect}
          onClose={close}
        />
      )}
      {reviewed && (
        <HeldRunDialog
          system={summary}
          run={reviewed}
          waiting={sync.held}
          refresh={refresh}
          onClose={() => setReviewed(null)}
        />
      )}
    </Section>
  );
};
