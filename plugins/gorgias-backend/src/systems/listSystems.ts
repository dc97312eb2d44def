import { AuthService } from '@backstage/backend-plugin-api';
import { Page, SystemListItem } from 'backstage-plugin-gorgias-common';
import { Access, Reader } from '../access';
import { GorgiasDatabase } from '../database';
import { pageOf, readPagePosition } from '../pagination';
import { GorgiasEntities } from './GorgiasEntities';
import { SystemService } from './SystemService';

/** What listing critical systems needs. */
export interface ListSystemsDeps {
  access: Access;
  auth: AuthService;
  database: GorgiasDatabase;
  entities: GorgiasEntities;
  systems: SystemService;
}

/**
 * A page of the critical systems that somebody may see.
 *
 * @throws InputError when the cursor is not one of this list
 */
export async function listSystems(
  caller: Reader,
  query: { limit?: unknown; cursor?: unknown },
  deps: ListSystemsDeps,
): Promise<Page<SystemListItem>> {
  const page = pageOf(await listVisible(caller, deps), readPagePosition(query));
  const items: SystemListItem[] = [];
  for (const { critical, entity } of page.items) {
    items.push(await deps.systems.listItem(critical, entity));
  }
  return { ...page, items };
}

/** With the permission, systems whose entity is visible to somebody, or vanished for everybody. */
async function listVisible(
  caller: Reader,
  { access, auth, database, entities }: ListSystemsDeps,
) {
  const known = await database.stores.criticalSystems.list();
  const readable = await access.readable(
    caller.credentials,
    known.map(({ entityRef }) => entityRef),
  );
  const all = known.filter(({ entityRef }) => readable.has(entityRef));
  const refs = all.map(({ entityRef }) => entityRef);
  const visible = await entities.find(refs, caller.credentials);
  const existing = await entities.find(
    refs,
    await auth.getOwnServiceCredentials(),
  );
  return all
    .map((critical, index) => ({ critical, entity: visible[index], index }))
    .filter(({ entity, index }) => entity || !existing[index]);
}
