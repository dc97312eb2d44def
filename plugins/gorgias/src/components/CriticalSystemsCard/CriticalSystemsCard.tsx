import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError, LoadingLines } from '../LoadState';
import { SystemOverview } from '../SystemOverview';

// The connection, five checks and the overall status.
const EXPECTED_LINES = 8;

/** The card on the entity that stands for a company's Gorgias account. */
export const CriticalSystemsCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const links = useSystemLinks()(entityRef);
  const { summary, error, refresh } = useSystemSummary(entityRef);

  return (
    <EntityInfoCard
      title={t('card.title')}
      headerActions={<Link href={links.summary}>{t('card.summary')}</Link>}
    >
      {error && (
        <LoadError
          error={error}
          title={summary && t('common.refreshFailed')}
          onRetry={refresh}
        />
      )}
      {!summary && !error && <LoadingLines lines={EXPECTED_LINES} />}
      {summary && <SystemOverview summary={summary} refresh={refresh} />}
    </EntityInfoCard>
  );
};
