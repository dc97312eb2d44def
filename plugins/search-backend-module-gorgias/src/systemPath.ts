import { parseEntityRef } from '@backstage/catalog-model';

/** Where the page of a system is in the app. */
export function systemPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/critical-systems/${kind}/${namespace}/${name}`;
}
