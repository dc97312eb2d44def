import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { rootRouteRef } from '../../routes';
import { SystemTabs } from './SystemTabs';
import { useTexts } from '../../hooks/useTexts';

/** The page of one critical system. */
export const SystemPage = () => {
  const params = useParams();
  const entityRef = stringifyEntityRef({
    kind: params.kind!,
    namespace: params.namespace!,
    name: params.name!,
  });
  const { t } = useTexts();
  const rootLink = useRouteRef(rootRouteRef);
  const state = useSystemSummary(entityRef);

  return (
    <Flex direction="column" gap="3">
      <Link href={rootLink()}>{t('system.all')}</Link>
      <Flex
        justify="between"
        align="center"
        gap="2"
        style={{ flexWrap: 'wrap' }}
      >
        <Text as="h2" variant="title-medium" weight="bold">
          {state.summary?.title ?? (
            <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
          )}
        </Text>
        <EntityRefLink entityRef={entityRef}>
          {t('system.entity')}
        </EntityRefLink>
      </Flex>
      <SystemTabs entityRef={entityRef} state={state} />
    </Flex>
  );
};
