import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { HeldRunNotice } from '../HeldRun';
import { Time } from '../Time';
import { SyncProgress } from './SyncProgress';

/** Whether Gorgias is connected, how current the facts are, and what stands in the way. */
export const ConnectionStatus = (props: {
  summary: SystemSummary;
  action?: ReactNode;
  /** Opens the review of a held run; not given when another button does. */
  onReview?(): void;
}) => {
  const { summary } = props;
  const { connection, freshness, sync } = summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const state = connection?.state ?? 'not-connected';
  const lastRunFailed = sync.last?.outcome === 'failed' && !sync.current;

  return (
    <Flex direction="column" gap="2">
      <Flex justify="between" align="center" gap="2">
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
        {props.action}
      </Flex>
      {state === 'not-connected' && (
        <Text as="p" color="secondary">
          {t('connection.notConnectedHelp')}
        </Text>
      )}
      {state === 'needs-reconnect' && connection?.stateReason && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={connection.stateReason}
        />
      )}
      {state === 'connected' && connection?.warning && (
        <Alert role="alert" status="warning" icon title={connection.warning} />
      )}
      {state === 'disconnected' && (
        <Text as="p" color="secondary">
          {t('connection.disconnectedHelp')}
        </Text>
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
          onReview={props.onReview}
        />
      )}
      {sync.current && <SyncProgress run={sync.current} />}
      {connection && !freshness.factsAt && !sync.current && (
        <Text as="p">{t('connection.notRead')}</Text>
      )}
      {freshness.stale && freshness.factsAt && (
        <Alert status="warning" icon title={t('connection.stale')} />
      )}
      {lastRunFailed && (
        <Alert
          status="danger"
          icon
          title={t('connection.lastRunFailed')}
          description={sync.last?.error}
        />
      )}
    </Flex>
  );
};
