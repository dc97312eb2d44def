import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { HeldRunNotice } from '../HeldRun';
import { English, Said } from '../Said';
import { Time } from '../Time';
import { SyncProgress } from './SyncProgress';

interface ConnectionStatusProps {
  summary: SystemSummary;
  /** A Gorgias window is open, in which somebody logs in. */
  isConnecting?: boolean;
  /** Opens the review of a held run; not given when another button does. */
  onReview?(): void;
}

/** What stands in the way of knowing how things are, the worst first. */
const Obstacles = ({ summary, onReview }: ConnectionStatusProps) => {
  const { connection, freshness, subdomain, sync } = summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const lastRunFailed = sync.last?.outcome === 'failed' && !sync.current;
  return (
    <>
      {!subdomain && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('connection.noSubdomain')}
          description={t('connection.noSubdomainHelp')}
        />
      )}
      {connection?.state === 'needs-reconnect' && connection.stateReason && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={
            <Said
              parts={connection.stateReasonParts}
              english={connection.stateReason}
            />
          }
        />
      )}
      {sync.stuck && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('connection.stuck')}
          description={t('connection.stuckHelp')}
        />
      )}
      {sync.held && (
        <HeldRunNotice
          run={sync.held}
          mayDecide={may(summary, 'administrate')}
          onReview={onReview}
        />
      )}
      {lastRunFailed && (
        <Alert
          status="danger"
          icon
          title={t('connection.lastRunFailed')}
          description={sync.last?.error && <English>{sync.last.error}</English>}
        />
      )}
      {freshness.stale && freshness.factsAt && (
        <Alert status="warning" icon title={t('connection.stale')} />
      )}
      {connection?.state === 'connected' && connection.warning && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={
            <Said
              parts={connection.warningParts}
              english={connection.warning}
            />
          }
        />
      )}
    </>
  );
};

/** Whether Gorgias is connected, how current the facts are, and what stands in the way. */
export const ConnectionStatus = (props: ConnectionStatusProps) => {
  const { connection, freshness, sync } = props.summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const known = connection?.state ?? 'not-connected';
  const state = props.isConnecting ? 'connecting' : known;
  const help = {
    'not-connected': 'connection.notConnectedHelp',
    connecting: 'connection.connectingHelp',
    disconnected: 'connection.disconnectedHelp',
    connected: undefined,
    'needs-reconnect': undefined,
  } as const;
  const helpKey = help[state];

  return (
    <Flex direction="column" gap="2">
      <Text as="p">
        <strong role="status">{t(`connection.${state}`)}</strong>
        {connection && <> {`${connection.subdomain}.gorgias.com`}</>}
        {connection && freshness.factsAt && (
          <>
            {' · '}
            {t('connection.lastRead')} <Time at={freshness.factsAt} />
          </>
        )}
      </Text>
      {helpKey && (
        <Text as="p" color="secondary">
          {t(helpKey)}
        </Text>
      )}
      <Obstacles {...props} />
      <SyncProgress summary={props.summary} />
      {connection && !freshness.factsAt && !sync.current && (
        <Text as="p">{t('connection.notRead')}</Text>
      )}
    </Flex>
  );
};
