import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  ConnectionSummary,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { SystemActions } from '../../hooks/useSystemActions';
import { gorgiasTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { ConnectDialog } from '../ConnectDialog';
import { DescriptionList } from '../DescriptionList';
import { ConnectionStatus } from '../SystemOverview';
import { Time } from '../Time';
import { Section } from './Section';

const ConnectionDetails = ({
  connection,
}: {
  connection: ConnectionSummary;
}) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { gorgiasUser, disconnectedAt, disconnectedBy } = connection;
  return (
    <DescriptionList
      items={[
        [
          t('manage.connectedBy'),
          <EntityRefLink key="by" entityRef={connection.connectedBy} />,
        ],
        [
          t('manage.connectedAt'),
          <Time key="at" at={connection.connectedAt} />,
        ],
        [
          t('manage.gorgiasUser'),
          [gorgiasUser.name, gorgiasUser.email].filter(Boolean).join(', ') ||
            gorgiasUser.id,
        ],
        [t('manage.scopes'), connection.scopes.join(', ')],
        [
          t('manage.disconnectedBy'),
          disconnectedBy && <EntityRefLink entityRef={disconnectedBy} />,
        ],
        [
          t('manage.disconnectedAt'),
          disconnectedAt && <Time at={disconnectedAt} />,
        ],
      ]}
    />
  );
};

/** The connection to Gorgias: whose it is, and connecting and disconnecting. */
export const ConnectionSection = (props: {
  summary: SystemSummary;
  actions: SystemActions;
}) => {
  const { summary, actions } = props;
  const { connection, canManage, title } = summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [dialog, setDialog] = useState<'connect' | 'disconnect'>();
  const close = () => setDialog(undefined);
  const isGranted = connection && connection.state !== 'disconnected';

  return (
    <Section
      title={t('manage.connection')}
      buttons={
        canManage && (
          <>
            {connection?.state !== 'connected' && (
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
      <ConnectionStatus summary={summary} />
      {connection && <ConnectionDetails connection={connection} />}
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
          consequence={t('manage.disconnectHelp')}
          confirm={t('manage.disconnect')}
          onConfirm={actions.disconnect}
          onClose={close}
        />
      )}
    </Section>
  );
};
