import { setImmediate } from 'node:timers/promises';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { orgRolesOf, Size, staffOf } from './organisation';
import { ENTITY } from './system';

type Entity = NonNullable<
  Awaited<ReturnType<CatalogService['getEntityByRef']>>
>;

/** How many entities the catalog tells at a time. */
const PAGE_SIZE = 500;

/** A catalog of an organisation, in memory: what it takes is not the plugin's time. */
export function catalogOf(size: Size): CatalogService {
  const entities = new Map(
    [gorgias(), ...groups(size), ...users(size)].map(entity => [
      `${entity.kind}:default/${entity.metadata.name}`.toLowerCase(),
      entity,
    ]),
  );
  const find = (ref: unknown) => entities.get(String(ref).toLowerCase());
  return {
    getEntityByRef: async (ref: unknown) => find(ref),
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(find),
    }),
    async *streamEntities({ filter }: { filter: { kind: string } }) {
      const found = [...entities.values()].filter(
        ({ kind }) => kind === filter.kind,
      );
      for (let start = 0; start < found.length; start += PAGE_SIZE) {
        await setImmediate();
        yield found.slice(start, start + PAGE_SIZE);
      }
    },
  } as unknown as CatalogService;
}

function gorgias(): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: ENTITY.split('/')[1],
      title: 'Gorgias',
      annotations: { 'gorgias.com/subdomain': 'acme' },
    },
    spec: { type: 'saas', owner: 'user:default/p0' },
    relations: [{ type: 'ownedBy', targetRef: 'user:default/p0' }],
  };
}

/** In trees of six levels, as the staff of {@link staffOf} is in them. */
function groups(size: Size): Entity[] {
  return orgRolesOf(size)
    .filter(role => role.startsWith('group:'))
    .map((ref, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { namespace: 'default', name: ref.split('/')[1] },
      spec: { type: 'team', children: [] },
      relations:
        index % 6 === 0
          ? []
          : [{ type: 'childOf', targetRef: `group:default/g${index - 1}` }],
    }));
}

function users(size: Size): Entity[] {
  return staffOf(size).map(person => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      namespace: 'default',
      name: person.entityRef.split('/')[1],
      uid: person.uid ?? undefined,
    },
    spec: {
      profile: {
        displayName: person.displayName ?? '',
        email: person.emails[0],
      },
    },
    relations: person.groups.map(targetRef => ({
      type: 'memberOf',
      targetRef,
    })),
  }));
}
