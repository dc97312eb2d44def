import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  GORGIAS_SUBDOMAIN_ANNOTATION,
  GorgiasApi,
  SystemListItem,
} from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { gorgiasApiRef } from '../api';

const PAGE_SIZE = 100;

async function listAllSystems(api: GorgiasApi): Promise<SystemListItem[]> {
  const systems: SystemListItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listSystems({ limit: PAGE_SIZE, cursor });
    systems.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return systems;
}

/**
 * All critical systems that somebody may see, those of which only the
 * evidence, and the entities that could be critical systems but are not.
 */
export function useSystems() {
  const api = useApi(gorgiasApiRef);
  const catalogApi = useApi(catalogApiRef);

  return useAsyncRetry(async () => {
    const [systems, { items: audited }, { items: entities }] =
      await Promise.all([
        listAllSystems(api),
        api.listEvidenceSystems(),
        catalogApi.getEntities({
          filter: {
            [`metadata.annotations.${GORGIAS_SUBDOMAIN_ANNOTATION}`]:
              CATALOG_FILTER_EXISTS,
          },
          fields: ['kind', 'metadata'],
        }),
      ]);
    const listed = new Set(systems.map(system => system.entityRef));
    const onlyEvidence = audited.filter(
      ({ entityRef }) => !listed.has(entityRef),
    );
    onlyEvidence.forEach(({ entityRef }) => listed.add(entityRef));
    const notAdded: Entity[] = entities.filter(
      entity => !listed.has(stringifyEntityRef(entity)),
    );
    return { systems, onlyEvidence, notAdded };
  }, [api, catalogApi]);
}
