import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ConnectionSummary, EarlyNews } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Said } from '../Said';
import { Time } from '../Time';

const EarlyNewsText = ({ earlyNews }: { earlyNews: EarlyNews }) => {
  const { available, checkedAt, reason, reasonParts } = earlyNews;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (!available) {
    return (
      <>
        {t('manage.earlyNewsMissing')}
        {reason && (
          <>
            : <Said parts={reasonParts} english={reason} />
          </>
        )}
      </>
    );
  }
  return checkedAt ? (
    <>
      {t('manage.earlyNewsChecked')} <Time at={checkedAt} />
    </>
  ) : (
    <>{t('manage.earlyNewsAvailable')}</>
  );
};

/** Whose connection it is, how it proves itself to Gorgias, and what it may do. */
export const ConnectionDetails = (props: {
  connection: ConnectionSummary;
  earlyNews: EarlyNews;
}) => {
  const { connection, earlyNews } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { gorgiasUser, method, state, disconnectedAt, disconnectedBy } =
    connection;
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
        [t('manage.method'), t(`manage.methodOf.${method}`)],
        [
          t('manage.gorgiasUser'),
          [gorgiasUser.name, gorgiasUser.email].filter(Boolean).join(', ') ||
            gorgiasUser.id,
        ],
        [
          t('manage.scopes'),
          // A key has none: it may do all that its user may.
          method === 'oauth' ? connection.scopes.join(', ') : undefined,
        ],
        [
          t('manage.earlyNews'),
          state === 'disconnected' ? undefined : (
            <EarlyNewsText key="news" earlyNews={earlyNews} />
          ),
        ],
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
