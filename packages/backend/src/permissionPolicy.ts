import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { gorgiasAdminPermission } from 'backstage-plugin-gorgias-common';

const ADMIN_GROUP = 'group:default/it';

/** Everybody may read; only IT may change how access to Gorgias is judged. */
export const examplePolicy: PermissionPolicy = {
  async handle(request, user) {
    if (isPermission(request.permission, gorgiasAdminPermission)) {
      const isAdmin = user?.info.ownershipEntityRefs.includes(ADMIN_GROUP);
      return {
        result: isAdmin ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      };
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'example-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(examplePolicy);
      },
    });
  },
});
