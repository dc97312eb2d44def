import { accessValid, AccountSubject } from 'backstage-plugin-gorgias-checks';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  aClass,
  anAccount,
  aStaffMember,
  aSubject,
  subjectArbitrary,
} from '../__testUtils__/subjects';

const sam = aStaffMember();
const left = aStaffMember({ state: 'offboarded' });
const orgRoles = (
  gorgiasRoles: Record<string, string[]>,
  ...names: string[]
): AccessRuleSpec => ({
  type: 'org-roles',
  orgRoles: names.map(name => `group:default/${name}`),
  gorgiasRoles,
});
const support = orgRoles({}, 'support');
const finance = orgRoles({}, 'finance');
const agents = orgRoles(
  { 'group:default/support': ['agent', 'lite-agent'] },
  'support',
  'it',
);
const allStaff: AccessRuleSpec = { type: 'all-staff' };
const named = (
  subject: string,
  until: string,
  rule: AccessRuleSpec = { type: 'named-people', people: [] },
): AccessRuleSpec => ({
  ...rule,
  people: [{ subject, ticket: 'HELP-1', until }],
});
const SAM = 'user:default/sam.rivers';
const AHEAD = '2027-03-01T00:00:00.000Z';
const OVER = '2026-11-24T09:00:00.000Z';
const admin = anAccount({ gorgiasRole: 'admin' });
const roleUntold = anAccount({ gorgiasRole: null });

describe('access-valid', () => {
  it.each<
    Partial<AccountSubject> & {
      of?: typeof sam;
      status: string;
      ground: string;
    }
  >([
    {
      of: sam,
      rule: allStaff,
      status: 'passing',
      ground:
        'The access rule allows all current staff, and Sam Rivers is one of them.',
    },
    {
      of: sam,
      rule: support,
      status: 'passing',
      ground:
        'The access rule allows members of group:default/support, and Sam Rivers is one of them.',
    },
    {
      of: sam,
      rule: finance,
      status: 'failing',
      ground:
        'The access rule allows members of group:default/finance, and Sam Rivers is not one of them.',
    },
    {
      of: sam,
      rule: agents,
      status: 'passing',
      ground:
        'members of group:default/support (as Lead or Lite), group:default/it, and Sam Rivers is one of them, as Lead.',
    },
    {
      of: sam,
      rule: agents,
      account: admin,
      status: 'failing',
      ground:
        'The access rule allows members of group:default/support (as Lead or Lite); Sam Rivers is one of them, but the Gorgias role of the account is Admin.',
    },
    {
      of: aStaffMember({
        orgRoles: ['group:default/it', 'group:default/support'],
      }),
      rule: agents,
      account: admin,
      status: 'passing',
      ground: 'one of them, as Admin.',
    },
    {
      of: sam,
      rule: agents,
      account: roleUntold,
      status: 'unknown',
      ground: 'but Gorgias does not tell the role of the account.',
    },
    {
      of: sam,
      rule: support,
      account: roleUntold,
      status: 'passing',
      ground: 'Sam Rivers is one of them.',
    },
    {
      of: sam,
      rule: finance,
      account: roleUntold,
      status: 'failing',
      ground: 'Sam Rivers is not one of them.',
    },
    {
      of: sam,
      rule: named(SAM, AHEAD),
      account: admin,
      status: 'passing',
      ground:
        'The access rule names Sam Rivers until 2027-03-01 00:00 UTC (HELP-1).',
    },
    {
      of: sam,
      rule: named('account:1', AHEAD, finance),
      status: 'passing',
      ground: 'The access rule names Sam Rivers until 2027-03-01 00:00 UTC',
    },
    {
      of: sam,
      rule: named(SAM, OVER, finance),
      status: 'failing',
      ground:
        'and Sam Rivers is not one of them. The access rule named Sam Rivers until 2026-11-24 09:00 UTC (HELP-1), which is over.',
    },
    {
      of: sam,
      rule: named(SAM, OVER),
      status: 'failing',
      ground:
        'The access rule named Sam Rivers until 2026-11-24 09:00 UTC (HELP-1), which is over.',
    },
    {
      of: sam,
      rule: named('account:2', AHEAD),
      status: 'failing',
      ground: 'The access rule does not name Sam Rivers.',
    },
    {
      of: sam,
      rule: named(SAM, AHEAD, agents),
      account: roleUntold,
      status: 'passing',
      ground: 'The access rule names Sam Rivers',
    },
    {
      of: left,
      rule: allStaff,
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      of: left,
      rule: support,
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      of: left,
      rule: named(SAM, AHEAD),
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      of: left,
      rule: named('account:1', AHEAD),
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      of: left,
      rule: agents,
      account: roleUntold,
      status: 'failing',
      ground: 'Sam Rivers is no longer a staff member.',
    },
    {
      of: sam,
      rule: undefined,
      status: 'not-configured',
      ground: 'Nobody has said yet who may use this system.',
    },
    {
      rule: undefined,
      status: 'not-configured',
      ground: 'Nobody has said yet who may use this system.',
    },
    {
      rule: allStaff,
      status: 'unknown',
      ground: 'Nobody knows whose account this is',
    },
    {
      // Whose it is could be somebody who left.
      rule: named('account:1', AHEAD),
      status: 'unknown',
      ground: 'Nobody knows whose account this is',
    },
    {
      rule: allStaff,
      account: anAccount({ kind: 'unknown' }),
      status: 'unknown',
      ground: 'Nobody knows whose account this is',
    },
    {
      rule: allStaff,
      account: anAccount({ kind: 'bot' }),
      status: 'not-applicable',
      ground: 'the access rule is about people',
    },
    {
      identity: aClass('service-account'),
      rule: named('account:2', AHEAD),
      status: 'not-applicable',
      ground:
        'It is a service account, and the access rule is about people; group:default/support answers for it.',
    },
    {
      identity: aClass('external'),
      rule: allStaff,
      status: 'failing',
      ground:
        'It is an account from outside, which has to be named. The access rule does not name this account.',
    },
    {
      identity: aClass('external'),
      rule: named('account:1', AHEAD, support),
      account: admin,
      status: 'passing',
      ground:
        'The access rule names this account until 2027-03-01 00:00 UTC (HELP-1).',
    },
    {
      identity: aClass('external'),
      rule: named('account:1', OVER, allStaff),
      status: 'failing',
      ground:
        'The access rule named this account until 2026-11-24 09:00 UTC (HELP-1), which is over.',
    },
    {
      of: left,
      rule: finance,
      account: anAccount({ state: 'deactivated' }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
    {
      of: sam,
      rule: undefined,
      account: anAccount({ state: 'gone' }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
  ])('$status: $ground', ({ of, status, ground, ...differing }) => {
    expect(accessValid.judge(aSubject(of ?? null, differing))).toMatchObject({
      status,
      ground: expect.stringContaining(ground),
    });
  });

  it.each<
    Partial<AccountSubject> & { of?: typeof sam; owner: string; remedy: string }
  >([
    {
      of: aStaffMember({ manager: 'user:default/maya.ortiz' }),
      owner: 'user:default/maya.ortiz',
      remedy: 'change the access rule if the person needs access',
    },
    {
      of: sam,
      owner: 'group:default/support',
      remedy: 'Remove the account in Gorgias',
    },
    {
      of: left,
      owner: 'group:default/support',
      remedy: 'Remove the account in Gorgias.',
    },
    {
      identity: aClass('external', { owner: 'user:default/elena.popescu' }),
      owner: 'user:default/elena.popescu',
      remedy: 'Name the account in the access rule, with a ticket',
    },
  ])('asks $owner to act', ({ of, owner, remedy, ...differing }) => {
    expect(
      accessValid.judge(
        aSubject(of ?? null, {
          rule: finance,
          existing: new Set([owner]),
          ...differing,
        }),
      ),
    ).toMatchObject({ owner, remedy: expect.stringContaining(remedy) });
  });

  it('asks the owner of the system where the manager and the group are not there any more', () => {
    expect(
      accessValid.judge(
        aSubject(aStaffMember({ manager: 'user:default/gone' }), {
          rule: finance,
          existing: new Set(),
          systemOwner: 'group:default/owners',
        }),
      ),
    ).toMatchObject({ owner: 'group:default/owners' });
  });

  it('passes for current staff members, and outsiders who are named, only', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        fc.pre(accessValid.judge(subject).status === 'passing');
        const { account, identity, now, rule, staffMember } = subject;
        expect(account.state).toBe('active');
        const isNamed = rule!.people?.some(
          name => name.subject === `account:${account.id}` && name.until > now,
        );
        expect(
          staffMember?.state === 'current' ||
            (identity.type === 'external' && isNamed),
        ).toBe(true);
      }),
      { numRuns: 500, maxSkipsPerRun: 1000 },
    );
  });
});
