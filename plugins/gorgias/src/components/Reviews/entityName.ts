import { parseEntityRef } from '@backstage/catalog-model';

/** A person in a sentence, where no link can be: by the name of the entity. */
export function entityName(entityRef: string): string {
  return parseEntityRef(entityRef, {
    defaultKind: 'user',
    defaultNamespace: 'default',
  }).name;
}
