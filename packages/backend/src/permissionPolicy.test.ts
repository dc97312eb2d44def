import {
  AuthorizeResult,
  BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  gorgiasAdminPermission,
  gorgiasReadPermission,
} from 'backstage-plugin-gorgias-common';
import { examplePolicy } from './permissionPolicy';

const memberOf = (...ownershipEntityRefs: string[]) =>
  ({ info: { ownershipEntityRefs } } as PolicyQueryUser);

describe('examplePolicy', () => {
  it.each([
    {
      who: 'somebody in IT',
      user: memberOf('user:default/ivy.nakamura', 'group:default/it'),
      mayChange: AuthorizeResult.ALLOW,
    },
    {
      who: 'somebody in support',
      user: memberOf('user:default/sam.rivers', 'group:default/support'),
      mayChange: AuthorizeResult.DENY,
    },
    { who: 'nobody', user: undefined, mayChange: AuthorizeResult.DENY },
  ])('lets $who read, and change: $mayChange', async ({ user, mayChange }) => {
    const decide = async (permission: BasicPermission) =>
      (await examplePolicy.handle({ permission }, user)).result;

    expect(await decide(gorgiasAdminPermission)).toBe(mayChange);
    expect(await decide(gorgiasReadPermission)).toBe(AuthorizeResult.ALLOW);
    expect(
      await decide(createPermission({ name: 'other', attributes: {} })),
    ).toBe(AuthorizeResult.ALLOW);
  });
});
