import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { SystemPlaceContext } from '../../hooks/useSystemLinks';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { isGorgiasAvailable } from '../../isGorgiasAvailable';
import { MissingAnnotation } from '../MissingAnnotation';
import { SystemTabs } from '../SystemPage';
import { useTexts } from '../../hooks/useTexts';

/** Where the tab itself is: the address without what is below it. */
function useOwnPath(): string {
  const { pathname } = useLocation();
  const below = useParams()['*'] ?? '';
  const path = pathname.replace(/\/+$/, '');
  return below && path.endsWith(`/${below}`)
    ? path.slice(0, -below.length - 1)
    : path;
}

const SystemContent = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTexts();
  const path = useOwnPath();
  const place = useMemo(() => ({ entityRef, path }), [entityRef, path]);
  const state = useSystemSummary(entityRef);
  return (
    <SystemPlaceContext.Provider value={place}>
      <Flex direction="column" gap="3">
        <Text as="h2" variant="title-medium" weight="bold">
          {t('system.entityContent')}
        </Text>
        <SystemTabs entityRef={entityRef} state={state} />
      </Flex>
    </SystemPlaceContext.Provider>
  );
};

/** All that the page of the system shows, on the page of the entity. */
export const EntityGorgiasContent = () => {
  const { entity } = useEntity();
  return isGorgiasAvailable(entity) ? (
    <SystemContent entityRef={stringifyEntityRef(entity)} />
  ) : (
    <MissingAnnotation />
  );
};
