import { createPermission } from '@backstage/plugin-permission-common';

/** See critical systems, accounts and verdicts. @public */
export const gorgiasReadPermission = createPermission({
  name: 'gorgias.system.read',
  attributes: { action: 'read' },
});

/** Connect, disconnect, sync, add critical systems, configure access rules. @public */
export const gorgiasAdminPermission = createPermission({
  name: 'gorgias.system.admin',
  attributes: { action: 'update' },
});

/** All permissions of the plugin. @public */
export const gorgiasPermissions = [
  gorgiasReadPermission,
  gorgiasAdminPermission,
];
