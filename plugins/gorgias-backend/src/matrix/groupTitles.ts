import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

/** The titles of groups by entity ref, of those that somebody may see and that have one. */
export async function groupTitles(
  catalog: CatalogService,
  entityRefs: string[],
  credentials: BackstageCredentials,
): Promise<Map<string, string>> {
  if (entityRefs.length === 0) {
    return new Map();
  }
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: FIELDS },
    { credentials },
  );
  return new Map(
    items.flatMap(entity => {
      const title = entity && titleOf(entity);
      return title ? [[stringifyEntityRef(entity), title]] : [];
    }),
  );
}

function titleOf({ metadata, spec }: Entity): string | undefined {
  const { displayName } = (spec?.profile ?? {}) as { displayName?: unknown };
  return typeof displayName === 'string' && displayName
    ? displayName
    : metadata.title;
}
