import { aStaffMember } from '../__testUtils__/subjects';
import { judgeAccessControl } from './accessControlConfigured';
import { SystemSubject } from './types';

const configured: SystemSubject = {
  isCritical: true,
  rule: { type: 'org-roles', orgRoles: ['group:default/support'] },
  staff: [aStaffMember()],
  orgRoles: ['group:default/support', 'group:default/empty'],
  systemOwner: 'group:default/support',
};
const left = aStaffMember({ state: 'offboarded' });

describe('access-control-configured', () => {
  it.each([
    {
      subject: configured,
      status: 'passing',
      ground:
        'The access rule allows members of group:default/support: 1 staff member.',
    },
    {
      subject: { ...configured, rule: { type: 'all-staff' as const } },
      status: 'passing',
      ground: 'The access rule allows all current staff: 1 staff member.',
    },
    {
      subject: { ...configured, isCritical: false, rule: undefined },
      status: 'not-configured',
      ground: 'It has not been added as a critical system.',
      remedy: '"Add Critical System"',
    },
    {
      subject: { ...configured, rule: undefined },
      status: 'failing',
      ground: 'Nobody has said yet who may use this system.',
      remedy: 'Configure who may use it',
    },
    {
      subject: {
        ...configured,
        rule: {
          type: 'org-roles' as const,
          orgRoles: ['group:default/support', 'group:default/dissolved'],
        },
      },
      status: 'failing',
      ground: 'names group:default/dissolved, which the catalog does not have',
      remedy: 'Correct the access rule',
    },
    {
      subject: {
        ...configured,
        rule: {
          type: 'org-roles' as const,
          orgRoles: ['group:default/empty'],
        },
      },
      status: 'failing',
      ground: 'allows members of group:default/empty, and that is nobody',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: { ...configured, staff: [left] },
      status: 'failing',
      ground: 'and that is nobody',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: {
        ...configured,
        rule: { type: 'all-staff' as const },
        staff: [left],
      },
      status: 'failing',
      ground: 'allows all current staff, and that is nobody',
      remedy: 'Choose org roles that have members',
    },
  ])('$status: $ground', ({ subject, status, ground, remedy }) => {
    const outcome = judgeAccessControl(subject);
    expect(outcome).toMatchObject({
      status,
      ground: expect.stringContaining(ground),
    });
    expect(outcome.remedy ?? '').toContain(remedy ?? '');
  });

  it('asks the owner of the system to act', () => {
    expect(judgeAccessControl({ ...configured, rule: undefined }).owner).toBe(
      'group:default/support',
    );
  });
});
