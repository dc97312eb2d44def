import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { isGorgiasAvailable } from '../../isGorgiasAvailable';
import { LoadError } from '../LoadState';
import { MissingAnnotation } from '../MissingAnnotation';
import { OverviewSkeleton, SystemOverview } from '../SystemOverview';
import { useTexts } from '../../hooks/useTexts';

const SystemCard = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTexts();
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
      {!summary && !error && <OverviewSkeleton />}
      {summary && <SystemOverview summary={summary} refresh={refresh} />}
    </EntityInfoCard>
  );
};

/** The card on the entity that stands for a company's Gorgias account. */
export const CriticalSystemsCard = () => {
  const { entity } = useEntity();
  const { t } = useTexts();
  return isGorgiasAvailable(entity) ? (
    <SystemCard entityRef={stringifyEntityRef(entity)} />
  ) : (
    <EntityInfoCard title={t('card.title')}>
      <MissingAnnotation />
    </EntityInfoCard>
  );
};
