import {
  judgeAccessControl,
  SystemSubject,
} from 'backstage-plugin-gorgias-checks';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { aStaffMember, NOW } from '../__testUtils__/subjects';

const AHEAD = '2027-03-01T00:00:00.000Z';
const OVER = '2026-11-01T00:00:00.000Z';

const configured: SystemSubject = {
  isCritical: true,
  rule: { type: 'org-roles', orgRoles: ['group:default/support'] },
  staff: [aStaffMember()],
  accountIds: ['7'],
  orgRoles: ['group:default/support', 'group:default/empty'],
  systemOwner: 'group:default/support',
  now: NOW,
};
const left = aStaffMember({ state: 'offboarded' });

const orgRoles = (...names: string[]): AccessRuleSpec => ({
  type: 'org-roles',
  orgRoles: names.map(name => `group:default/${name}`),
});
const named = (until: string, ...subjects: string[]): AccessRuleSpec => ({
  type: 'named-people',
  people: subjects.map(subject => ({ subject, ticket: 'HELP-1', until })),
});

describe('access-control-configured', () => {
  it.each<{
    subject: Partial<SystemSubject>;
    status: string;
    ground: string;
    remedy?: string;
  }>([
    {
      subject: {},
      status: 'passing',
      ground:
        'The access rule allows members of group:default/support: 1 staff member.',
    },
    {
      subject: { rule: { type: 'all-staff' } },
      status: 'passing',
      ground: 'The access rule allows all current staff: 1 staff member.',
    },
    {
      subject: { isCritical: false, rule: undefined },
      status: 'not-configured',
      ground: 'It has not been added as a critical system.',
      remedy: '"Add Critical System"',
    },
    {
      subject: { rule: undefined },
      status: 'failing',
      ground: 'Nobody has said yet who may use this system.',
      remedy: 'Configure who may use it',
    },
    {
      subject: { rule: orgRoles('support', 'dissolved') },
      status: 'failing',
      ground:
        'The access rule names group:default/dissolved, which the catalog does not have.',
      remedy: 'Correct the access rule',
    },
    {
      subject: { rule: orgRoles('dissolved') },
      status: 'failing',
      ground:
        'and that is nobody. The access rule names group:default/dissolved, which the catalog does not have.',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: { rule: orgRoles('empty') },
      status: 'failing',
      ground: 'allows members of group:default/empty, and that is nobody',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: { staff: [left] },
      status: 'failing',
      ground: 'and that is nobody',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: { rule: { type: 'all-staff' }, staff: [left] },
      status: 'failing',
      ground: 'allows all current staff, and that is nobody',
      remedy: 'Choose org roles that have members',
    },
    {
      subject: { rule: named(AHEAD, 'user:default/sam.rivers') },
      status: 'passing',
      ground:
        'The access rule allows user:default/sam.rivers (until 2027-03-01 00:00 UTC): 1 staff member.',
    },
    {
      subject: { rule: named(AHEAD, 'account:7') },
      status: 'passing',
      ground: '1 named account.',
    },
    {
      subject: {
        rule: { ...named(AHEAD, 'account:7'), type: 'all-staff' },
      },
      status: 'passing',
      ground: ': 1 staff member and 1 named account.',
    },
    {
      subject: { rule: named(OVER, 'user:default/sam.rivers', 'account:7') },
      status: 'failing',
      ground:
        'allows user:default/sam.rivers (until 2026-11-01 00:00 UTC), and account:7 (until 2026-11-01 00:00 UTC), and that is nobody.',
      remedy: 'name people until a time that is ahead',
    },
    {
      subject: {
        rule: named(AHEAD, 'user:default/sam.rivers', 'user:default/nobody'),
      },
      status: 'failing',
      ground:
        'The access rule names user:default/nobody, who is not current staff.',
      remedy: 'Correct the access rule',
    },
    {
      subject: {
        staff: [left, aStaffMember({ entityRef: 'user:default/b' })],
        rule: {
          ...named(
            AHEAD,
            'user:default/sam.rivers',
            'user:default/nobody',
            'account:8',
          ),
          type: 'all-staff',
        },
      },
      status: 'failing',
      ground:
        'The access rule names user:default/sam.rivers, user:default/nobody, who are not current staff. The access rule names account:8, which Gorgias does not have any more.',
    },
    {
      // What is over has no effect, so it does not have to be mended.
      subject: {
        rule: { ...named(OVER, 'user:default/nobody'), type: 'all-staff' },
      },
      status: 'passing',
      ground: '1 staff member.',
    },
  ])('$status: $ground', ({ subject, status, ground, remedy }) => {
    const outcome = judgeAccessControl({ ...configured, ...subject });
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
