import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  aStaffMember,
  aSubject,
  anAccount,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { accessValid } from './accessValid';

const sam = aStaffMember();
const left = aStaffMember({ state: 'offboarded' });
const support: AccessRuleSpec = {
  type: 'org-roles',
  orgRoles: ['group:default/support'],
};
const finance: AccessRuleSpec = {
  type: 'org-roles',
  orgRoles: ['group:default/finance'],
};
const allStaff: AccessRuleSpec = { type: 'all-staff' };

describe('access-valid', () => {
  it.each([
    {
      staffMember: sam,
      rule: allStaff,
      status: 'passing',
      ground:
        'The access rule allows all current staff, and Sam Rivers is one of them.',
    },
    {
      staffMember: sam,
      rule: support,
      status: 'passing',
      ground: 'allows members of group:default/support',
    },
    {
      staffMember: sam,
      rule: finance,
      status: 'failing',
      ground:
        'The access rule allows members of group:default/finance, and Sam Rivers is not one of them.',
    },
    {
      staffMember: left,
      rule: allStaff,
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      staffMember: left,
      rule: support,
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      staffMember: sam,
      rule: undefined,
      status: 'not-configured',
      ground: 'Nobody has said yet who may use this system.',
    },
    {
      staffMember: null,
      rule: undefined,
      status: 'not-configured',
      ground: 'Nobody has said yet who may use this system.',
    },
    {
      staffMember: null,
      rule: allStaff,
      status: 'unknown',
      ground: 'Nobody knows whose account this is',
    },
    {
      staffMember: null,
      rule: allStaff,
      account: anAccount({ kind: 'unknown' }),
      status: 'unknown',
      ground: 'Nobody knows whose account this is',
    },
    {
      staffMember: null,
      rule: allStaff,
      account: anAccount({ kind: 'bot' }),
      status: 'not-applicable',
      ground: 'the access rule is about people',
    },
    {
      staffMember: left,
      rule: finance,
      account: anAccount({ state: 'deactivated' }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
    {
      staffMember: sam,
      rule: undefined,
      account: anAccount({ state: 'gone' }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
  ])('$status: $ground', ({ staffMember, rule, account, status, ground }) => {
    expect(
      accessValid.judge(
        aSubject(staffMember, { rule, account: account ?? anAccount() }),
      ),
    ).toMatchObject({ status, ground: expect.stringContaining(ground) });
  });

  it('asks the owner of the system to act', () => {
    expect(accessValid.judge(aSubject(sam, { rule: finance }))).toMatchObject({
      owner: 'group:default/support',
      remedy: expect.stringContaining('Remove the account in Gorgias'),
    });
  });

  it('passes for current staff members only', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        fc.pre(accessValid.judge(subject).status === 'passing');
        expect(subject.staffMember?.state).toBe('current');
        expect(subject.account.state).toBe('active');
        expect(subject.rule).toBeDefined();
      }),
    );
  });
});
