import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  gorgiasAccountReadPermission,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import {
  createGorgiasConditionalDecision,
  gorgiasConditions,
} from 'backstage-plugin-gorgias-node';

export const ADMIN = 'user:default/ivy.nakamura';
/** Owns the entity `gorgias`, and no other. */
export const OWNER = 'user:default/maya.ortiz';
/** Owns no system. */
export const ENGINEER = 'user:default/lena.fischer';
/** May see nothing of Gorgias. */
export const OUTSIDER = 'user:default/nadia.rossi';

/** The admin may everything, owners see the accounts of what they own, everybody but one sees how systems stand. */
const policy: PermissionPolicy = {
  async handle({ permission }, user): Promise<PolicyDecision> {
    const ref = user?.info.userEntityRef;
    if (ref === ADMIN || !permission.name.startsWith('gorgias.')) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (ref === OUTSIDER) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, gorgiasAccountReadPermission)) {
      return createGorgiasConditionalDecision(
        permission,
        gorgiasConditions.isSystemOwner({
          claims: user?.info.ownershipEntityRefs ?? [],
        }),
      );
    }
    return {
      result: isPermission(permission, gorgiasReadPermission)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  },
};

export const testPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-policy',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy(policy);
      },
    });
  },
});
