import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** The entities of the example organisation, with the relations a catalog adds. */
export function loadExampleCatalog(): Entity[] {
  return ['entities.yaml', 'org.yaml'].flatMap(file =>
    parseAllDocuments(
      readFileSync(
        resolvePackagePath(
          'backstage-plugin-gorgias-backend',
          '../../examples',
          file,
        ),
        'utf8',
      ),
    )
      .map(document => document.toJS() as Entity)
      .filter(Boolean)
      .map(withRelations),
  );
}

function withRelations(entity: Entity): Entity {
  const { memberOf, parent, owner } = (entity.spec ?? {}) as {
    memberOf?: string[];
    parent?: string;
    owner?: string;
  };
  return {
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: [
      ...(memberOf ?? []).map(group => relation(RELATION_MEMBER_OF, group)),
      ...(parent ? [relation(RELATION_CHILD_OF, parent)] : []),
      ...(owner ? [relation(RELATION_OWNED_BY, owner)] : []),
    ],
  };
}

function relation(type: string, group: string) {
  const name = group.replace(/^group:/, '').replace(/^default\//, '');
  return { type, targetRef: `group:default/${name}` };
}
