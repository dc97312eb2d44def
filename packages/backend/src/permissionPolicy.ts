import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  gorgiasEvidenceReadPermission,
  gorgiasExceptionApprovePermission,
  gorgiasExceptionRequestPermission,
  gorgiasExportPermission,
  gorgiasPermissions,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import {
  createGorgiasConditionalDecision,
  gorgiasConditions,
} from 'backstage-plugin-gorgias-node';

const ADMIN_GROUP = 'group:default/it';
const AUDITORS_GROUP = 'group:default/auditors';

/** What the owners of the entity that stands for Gorgias may do, beside IT. */
const OWNERS_MAY = [
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  gorgiasExceptionRequestPermission,
  gorgiasExceptionApprovePermission,
  gorgiasEvidenceReadPermission,
  gorgiasExportPermission,
];

/** What auditors may do. They see nothing of how Gorgias stands but the evidence. */
const AUDITORS_MAY = [gorgiasEvidenceReadPermission, gorgiasExportPermission];

/**
 * Everybody may see how Gorgias stands, and the own account. Its owners see
 * everybody's accounts, say whose they are, and ask for and approve
 * exceptions. Auditors see and take along evidence, and nothing else.
 * Everything else of Gorgias is IT's. What belongs to other plugins is
 * everybody's, but for what tells of Gorgias there.
 */
export const examplePolicy: PermissionPolicy = {
  async handle({ permission }, user): Promise<PolicyDecision> {
    const claims = claimsOf(user);
    const gorgias = find(permission, gorgiasPermissions);
    if (!gorgias) {
      return decideAboutOthers(permission, claims);
    }
    if (claims.includes(AUDITORS_GROUP)) {
      return {
        result: find(permission, AUDITORS_MAY)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    if (isPermission(permission, gorgiasReadPermission)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (claims.includes(ADMIN_GROUP)) {
      return { result: AuthorizeResult.ALLOW };
    }
    return find(permission, OWNERS_MAY)
      ? createGorgiasConditionalDecision(
          gorgias,
          gorgiasConditions.isSystemOwner({ claims }),
        )
      : { result: AuthorizeResult.DENY };
  },
};

/** Other plugins tell of Gorgias too: its facts in Tech Insights, and who set an access rule in a task of the scaffolder. */
function decideAboutOthers(
  permission: Permission,
  claims: string[],
): PolicyDecision {
  if (
    permission.name.startsWith('tech-insights.') &&
    claims.includes(AUDITORS_GROUP)
  ) {
    return { result: AuthorizeResult.DENY };
  }
  if (
    isResourcePermission(permission, 'scaffolder-task') &&
    !claims.includes(ADMIN_GROUP)
  ) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: claims }),
    );
  }
  return { result: AuthorizeResult.ALLOW };
}

function find<P extends ResourcePermission>(
  asked: Permission,
  permissions: readonly P[],
): P | undefined {
  return permissions.find(permission => isPermission(asked, permission));
}

function claimsOf(user: PolicyQueryUser | undefined): string[] {
  return user?.info.ownershipEntityRefs ?? [];
}

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
