import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * The type of the resource that the permissions are about: the entity that
 * stands for a company's Gorgias. A resource ref is the entity ref.
 *
 * @public
 */
export const RESOURCE_TYPE_GORGIAS_SYSTEM = 'gorgias-system';

function systemPermission(
  name: string,
  action: 'read' | 'create' | 'update',
): ResourcePermission<typeof RESOURCE_TYPE_GORGIAS_SYSTEM> {
  return createPermission({
    name,
    attributes: { action },
    resourceType: RESOURCE_TYPE_GORGIAS_SYSTEM,
  });
}

/** See how a system stands, in numbers, and the own account. @public */
export const gorgiasReadPermission = systemPermission(
  'gorgias.system.read',
  'read',
);

/** See everybody's accounts, verdicts and history, and the people who left. @public */
export const gorgiasAccountReadPermission = systemPermission(
  'gorgias.account.read',
  'read',
);

/** Add and remove critical systems, sync, decide about held runs. @public */
export const gorgiasAdminPermission = systemPermission(
  'gorgias.system.admin',
  'update',
);

/** Connect and disconnect. @public */
export const gorgiasConnectionManagePermission = systemPermission(
  'gorgias.connection.manage',
  'update',
);

/** Say who may validly use a system. @public */
export const gorgiasAccessRuleManagePermission = systemPermission(
  'gorgias.access-rule.manage',
  'update',
);

/** Say whose accounts are and what they are, and who has left. @public */
export const gorgiasClassifyPermission = systemPermission(
  'gorgias.account.classify',
  'update',
);

/** Ask for an exception. @public */
export const gorgiasExceptionRequestPermission = systemPermission(
  'gorgias.exception.request',
  'create',
);

/** Approve and refuse exceptions. @public */
export const gorgiasExceptionApprovePermission = systemPermission(
  'gorgias.exception.approve',
  'update',
);

/** Begin access reviews, and change, cancel and sign off those of others. @public */
export const gorgiasReviewManagePermission = systemPermission(
  'gorgias.review.manage',
  'update',
);

/** See the evidence of a system: who had access at any time, the reviews, the ledger. All that an auditor needs. @public */
export const gorgiasEvidenceReadPermission = systemPermission(
  'gorgias.evidence.read',
  'read',
);

/** Take evidence out of Backstage. @public */
export const gorgiasExportPermission = systemPermission(
  'gorgias.evidence.export',
  'read',
);

/** All permissions of the plugin. @public */
export const gorgiasPermissions = [
  gorgiasReadPermission,
  gorgiasAccountReadPermission,
  gorgiasAdminPermission,
  gorgiasConnectionManagePermission,
  gorgiasAccessRuleManagePermission,
  gorgiasClassifyPermission,
  gorgiasExceptionRequestPermission,
  gorgiasExceptionApprovePermission,
  gorgiasReviewManagePermission,
  gorgiasEvidenceReadPermission,
  gorgiasExportPermission,
];

/** What somebody may do with a system, as the summary tells it. @public */
export type GorgiasAction =
  | 'read-accounts'
  | 'administrate'
  | 'manage-connection'
  | 'manage-access-rule'
  | 'classify'
  | 'request-exception'
  | 'approve-exception'
  | 'manage-reviews'
  | 'read-evidence'
  | 'export';

/** The permission that each action needs. @public */
export const ACTION_PERMISSIONS: Readonly<
  Record<GorgiasAction, ResourcePermission<typeof RESOURCE_TYPE_GORGIAS_SYSTEM>>
> = {
  'read-accounts': gorgiasAccountReadPermission,
  administrate: gorgiasAdminPermission,
  'manage-connection': gorgiasConnectionManagePermission,
  'manage-access-rule': gorgiasAccessRuleManagePermission,
  classify: gorgiasClassifyPermission,
  'request-exception': gorgiasExceptionRequestPermission,
  'approve-exception': gorgiasExceptionApprovePermission,
  'manage-reviews': gorgiasReviewManagePermission,
  'read-evidence': gorgiasEvidenceReadPermission,
  export: gorgiasExportPermission,
};
