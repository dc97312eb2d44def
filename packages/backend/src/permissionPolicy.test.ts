import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  gorgiasAccessRuleManagePermission,
  gorgiasAccountReadPermission,
  gorgiasAdminPermission,
  gorgiasClassifyPermission,
  gorgiasConnectionManagePermission,
  gorgiasEvidenceReadPermission,
  gorgiasExceptionApprovePermission,
  gorgiasExceptionRequestPermission,
  gorgiasExportPermission,
  gorgiasPermissions,
  gorgiasReadPermission,
  gorgiasReviewManagePermission,
} from 'backstage-plugin-gorgias-common';
import { examplePolicy } from './permissionPolicy';

const memberOf = (...ownershipEntityRefs: string[]) =>
  ({ info: { ownershipEntityRefs } } as PolicyQueryUser);

const decide = (permission: Permission, user: PolicyQueryUser | undefined) =>
  examplePolicy.handle({ permission }, user);

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;
const IVY = memberOf('user:default/ivy.nakamura', 'group:default/it');
const SAM = memberOf('user:default/sam.rivers', 'group:default/support-tier-1');
const MAYA = memberOf('user:default/maya.ortiz', 'group:default/support');
const NADIA = memberOf('user:default/nadia.rossi', 'group:default/auditors');

describe('examplePolicy', () => {
  it.each([
    { permission: gorgiasReadPermission, it: ALLOW, others: ALLOW },
    {
      permission: gorgiasAccountReadPermission,
      it: ALLOW,
      others: CONDITIONAL,
    },
    { permission: gorgiasClassifyPermission, it: ALLOW, others: CONDITIONAL },
    {
      permission: gorgiasExceptionRequestPermission,
      it: ALLOW,
      others: CONDITIONAL,
    },
    {
      permission: gorgiasExceptionApprovePermission,
      it: ALLOW,
      others: CONDITIONAL,
    },
    { permission: gorgiasExportPermission, it: ALLOW, others: CONDITIONAL },
    {
      permission: gorgiasEvidenceReadPermission,
      it: ALLOW,
      others: CONDITIONAL,
    },
    { permission: gorgiasAdminPermission, it: ALLOW, others: DENY },
    { permission: gorgiasReviewManagePermission, it: ALLOW, others: DENY },
    { permission: gorgiasConnectionManagePermission, it: ALLOW, others: DENY },
    { permission: gorgiasAccessRuleManagePermission, it: ALLOW, others: DENY },
  ])(
    '$permission.name: IT $it, others $others',
    async ({ permission, it: admin, others }) => {
      expect((await decide(permission, IVY)).result).toBe(admin);
      expect((await decide(permission, SAM)).result).toBe(others);
      expect((await decide(permission, undefined)).result).toBe(others);
    },
  );

  it('asks for ownership by the groups of whoever asks', async () => {
    expect(await decide(gorgiasExceptionApprovePermission, MAYA)).toMatchObject(
      {
        result: CONDITIONAL,
        pluginId: 'gorgias',
        resourceType: 'gorgias-system',
        conditions: {
          rule: 'IS_SYSTEM_OWNER',
          params: {
            claims: ['user:default/maya.ortiz', 'group:default/support'],
          },
        },
      },
    );
  });

  it('lets auditors see evidence, and nothing else', async () => {
    const allowed: string[] = [];
    for (const permission of gorgiasPermissions) {
      const { result } = await decide(permission, NADIA);
      if (result !== DENY) allowed.push(permission.name);
    }
    expect(allowed).toEqual([
      'gorgias.evidence.read',
      'gorgias.evidence.export',
    ]);
  });

  it('leaves the permissions of other plugins alone', async () => {
    const other = createPermission({ name: 'other', attributes: {} });
    expect((await decide(other, SAM)).result).toBe(ALLOW);
  });

  it('keeps the tasks of the scaffolder to who started them, and to IT', async () => {
    const read = createPermission({
      name: 'scaffolder.task.read',
      attributes: { action: 'read' },
      resourceType: 'scaffolder-task',
    });
    const create = createPermission({
      name: 'scaffolder.task.create',
      attributes: { action: 'create' },
    });
    expect((await decide(read, IVY)).result).toBe(ALLOW);
    expect(await decide(read, SAM)).toMatchObject({
      result: CONDITIONAL,
      pluginId: 'scaffolder',
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: {
          createdBy: [
            'user:default/sam.rivers',
            'group:default/support-tier-1',
          ],
        },
      },
    });
    expect((await decide(create, SAM)).result).toBe(ALLOW);
  });

  it('shows the facts of Tech Insights to everybody but auditors', async () => {
    const read = createPermission({
      name: 'tech-insights.fact-retriever.read',
      attributes: { action: 'read' },
    });
    expect((await decide(read, SAM)).result).toBe(ALLOW);
    expect((await decide(read, NADIA)).result).toBe(DENY);
  });

  it('decides about every permission there is', () => {
    expect(gorgiasPermissions).toHaveLength(11);
  });
});
