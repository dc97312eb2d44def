import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/catalog-client';

/** What can be picked. */
export type PickedKind = 'User' | 'Group';

/** Somebody, or a group, to pick. */
export interface EntityOption {
  ref: string;
  name: string;
}

const MAX_OPTIONS = 20;

/** What people know each other and their groups by. */
const SEARCHED_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
  'spec.profile.email',
];

function optionOf(entity: Entity): EntityOption {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
  };
}

/** What to search for: the name in an entity ref, or else all that was typed. */
export function termOf(text: string): string {
  try {
    return parseEntityRef(text.trim()).name;
  } catch {
    return text.trim();
  }
}

/** The first entities of some kinds that a text is found in, by the catalog itself, which may hold very many. */
export async function searchEntities(
  catalogApi: CatalogApi,
  kinds: readonly PickedKind[],
  term: string,
): Promise<EntityOption[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: [...kinds] },
    fullTextFilter: { term, fields: SEARCHED_FIELDS },
    fields: ['kind', 'metadata', 'spec.profile'],
    orderFields: { field: 'metadata.name', order: 'asc' },
    limit: MAX_OPTIONS,
  });
  return items.map(optionOf);
}
