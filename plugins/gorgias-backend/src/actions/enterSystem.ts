import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { Access, SystemCaller } from '../access';
import {
  GorgiasEntities,
  GorgiasEntity,
  normaliseRef,
} from '../systems/GorgiasEntities';

/**
 * Lets a person to a system as the routes do: who has the permission, and
 * sees the entity in the catalog.
 *
 * @throws InputError, NotAllowedError or NotFoundError
 */
export async function enterSystem(
  asked: { credentials: BackstageCredentials; entityRef: string },
  permission: ResourcePermission,
  { access, entities }: { access: Access; entities: GorgiasEntities },
): Promise<{ caller: SystemCaller; entity: GorgiasEntity }> {
  const caller = await access.letIn(
    access.callerOf(asked.credentials),
    permission,
    normaliseRef(asked.entityRef),
  );
  const entity = await entities.get(caller.entityRef, caller.credentials);
  return { caller, entity };
}
