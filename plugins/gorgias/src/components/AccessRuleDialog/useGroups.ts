import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';

/** A catalog group as an org role to choose. */
export interface GroupOption {
  ref: string;
  name: string;
}

/** All groups of the catalog, by name. */
export function useGroups() {
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(async () => {
    const { items } = await catalogApi.getEntities({
      filter: { kind: 'Group' },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
    });
    return items
      .map((group): GroupOption => {
        const profile = group.spec?.profile as
          | { displayName?: string }
          | undefined;
        return {
          ref: stringifyEntityRef(group),
          name:
            profile?.displayName ?? group.metadata.title ?? group.metadata.name,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [catalogApi]);
}
