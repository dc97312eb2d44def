import {
  CoverageSubject,
  covers,
  coversStaff,
  hangsOnUntoldRole,
  missingOrgRoles,
  missingPeople,
  withoutEndedNames,
} from 'backstage-plugin-gorgias-checks';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  gorgiasRolesArbitrary,
  orgRoleArbitrary,
  orgRolesRuleArbitrary,
  ruleArbitrary,
  timeArbitrary,
} from '../__testUtils__/rules';
import {
  accountArbitrary,
  anAccount,
  aStaffMember,
  NOW,
  staffMemberArbitrary,
} from '../__testUtils__/subjects';

const SAM = 'user:default/sam.rivers';
const AHEAD = '2027-03-01T00:00:00.000Z';
const LEAD = { 'group:default/support': ['agent', 'lite-agent'] };

const orgRoles = (...names: string[]) => ({
  type: 'org-roles' as const,
  orgRoles: names.map(name => `group:default/${name}`),
});
const named = (subject: string, until = AHEAD): AccessRuleSpec => ({
  type: 'named-people',
  people: [{ subject, ticket: 'HELP-1', until }],
});

const subjectArbitrary: fc.Arbitrary<CoverageSubject> = fc.record({
  account: accountArbitrary,
  staffMember: fc.option(staffMemberArbitrary, { nil: undefined }),
  now: timeArbitrary,
});

describe('covers', () => {
  const sam = aStaffMember({
    orgRoles: ['group:default/support', 'group:default/support-tier-1'],
  });

  it.each<[string, AccessRuleSpec, boolean]>([
    ['a member', orgRoles('support'), true],
    ['a member of one', orgRoles('finance', 'support-tier-1'), true],
    ['a member of none', orgRoles('finance'), false],
    ['part of a name', orgRoles('supp'), false],
    ['no org role', orgRoles(), false],
    ['a role', { ...orgRoles('support'), gorgiasRoles: LEAD }, true],
    [
      'another role',
      {
        ...orgRoles('support'),
        gorgiasRoles: { 'group:default/support': ['admin'] },
      },
      false,
    ],
    [
      'another role, but any as a member of another',
      {
        ...orgRoles('support', 'support-tier-1'),
        gorgiasRoles: { 'group:default/support': ['admin'] },
      },
      true,
    ],
    ['a name', named(SAM), true],
    ['the name of the account', named('account:1'), true],
    ['another name', named('user:default/sam.rivers2'), false],
    ['the name of another account', named('account:11'), false],
    ['a name that ends now', named(SAM, NOW), false],
    ['a name that ends soon', named(SAM, '2026-11-24T09:00:00.001Z'), true],
  ])('by %s: %j is %s', (_, rule, expected) => {
    expect(
      covers(rule, { account: anAccount(), staffMember: sam, now: NOW }),
    ).toBe(expected);
  });

  it('covers an account that is no staff member’s by its own name only', () => {
    fc.assert(
      fc.property(ruleArbitrary, subjectArbitrary, (rule, subject) => {
        const { account, now } = subject;
        expect(covers(rule, { ...subject, staffMember: undefined })).toBe(
          (rule.people ?? []).some(
            name =>
              name.subject === `account:${account.id}` && name.until > now,
          ),
        );
      }),
    );
  });

  it('covers every current staff member by "all staff", in any Gorgias role', () => {
    fc.assert(
      fc.property(
        accountArbitrary,
        staffMemberArbitrary,
        (account, staffMember) => {
          expect(
            covers({ type: 'all-staff' }, { account, staffMember, now: NOW }),
          ).toBe(staffMember.state === 'current');
        },
      ),
    );
  });

  it('covers nobody who has left, by any rule', () => {
    fc.assert(
      fc.property(ruleArbitrary, subjectArbitrary, (rule, subject) => {
        const staffMember = aStaffMember({
          ...subject.staffMember,
          state: 'offboarded',
        });
        expect(covers(rule, { ...subject, staffMember })).toBe(false);
        expect(hangsOnUntoldRole(rule, { ...subject, staffMember })).toBe(
          false,
        );
      }),
    );
  });

  it('takes nobody out when an org role is added, limited or not', () => {
    fc.assert(
      fc.property(
        orgRolesRuleArbitrary,
        orgRoleArbitrary,
        fc.option(gorgiasRolesArbitrary),
        subjectArbitrary,
        (rule, orgRole, limit, subject) => {
          fc.pre(!rule.orgRoles.includes(orgRole) && covers(rule, subject));
          const wider = {
            ...rule,
            orgRoles: [...rule.orgRoles, orgRole],
            gorgiasRoles: {
              ...rule.gorgiasRoles,
              ...(limit && { [orgRole]: limit }),
            },
          };
          expect(covers(wider, subject)).toBe(true);
        },
      ),
      { maxSkipsPerRun: 1000 },
    );
  });

  it('takes nobody out when a Gorgias role is added to a limit, or a limit goes', () => {
    fc.assert(
      fc.property(
        orgRolesRuleArbitrary,
        gorgiasRolesArbitrary,
        subjectArbitrary,
        (rule, more, subject) => {
          const [orgRole] = Object.keys(rule.gorgiasRoles!);
          fc.pre(orgRole !== undefined && covers(rule, subject));
          const { [orgRole]: limit, ...unlimited } = rule.gorgiasRoles!;
          const limits = [
            { ...unlimited, [orgRole]: [...limit, ...more] },
            unlimited,
          ];
          for (const gorgiasRoles of limits) {
            expect(covers({ ...rule, gorgiasRoles }, subject)).toBe(true);
          }
        },
      ),
      { maxSkipsPerRun: 1000 },
    );
  });

  it('takes nobody out when somebody is named', () => {
    fc.assert(
      fc.property(
        ruleArbitrary,
        ruleArbitrary,
        subjectArbitrary,
        (rule, other, subject) => {
          fc.pre(covers(rule, subject));
          const people = [...(rule.people ?? []), ...(other.people ?? [])];
          expect(covers({ ...rule, people }, subject)).toBe(true);
        },
      ),
      { maxSkipsPerRun: 1000 },
    );
  });

  it('does not change by leaving out names that are over', () => {
    fc.assert(
      fc.property(ruleArbitrary, subjectArbitrary, (rule, subject) => {
        const narrower = withoutEndedNames(rule, subject.now);
        expect(covers(narrower, subject)).toBe(covers(rule, subject));
      }),
    );
  });
});

describe('coversStaff', () => {
  it('counts everybody whom the rule covers, be it in one Gorgias role', () => {
    fc.assert(
      fc.property(
        ruleArbitrary,
        staffMemberArbitrary,
        timeArbitrary,
        (rule, staffMember, now) => {
          // An account that is not named, in each of the roles.
          const couldBe = ['admin', 'agent', 'lite-agent'].some(gorgiasRole =>
            covers(rule, {
              account: { id: '99', gorgiasRole },
              staffMember,
              now,
            }),
          );
          expect(coversStaff(rule, staffMember, now)).toBe(couldBe);
        },
      ),
    );
  });
});

describe('a name', () => {
  it.each([
    { until: '2026-11-24T08:59:59.999Z', isCovered: false },
    { until: NOW, isCovered: false },
    { until: '2026-11-24T09:00:00.001Z', isCovered: true },
  ])('until $until covers a staff member: $isCovered', one => {
    const rule = named(SAM, one.until);
    expect(coversStaff(rule, aStaffMember(), NOW)).toBe(one.isCovered);
    expect(withoutEndedNames(rule, NOW).people).toHaveLength(
      one.isCovered ? 1 : 0,
    );
  });
});

describe('what a rule names and is not there', () => {
  it('are org roles that do not exist', () => {
    const existing = ['group:default/support', 'group:default/finance'];
    expect(missingOrgRoles(orgRoles('support', 'old'), existing)).toEqual([
      'group:default/old',
    ]);
    expect(missingOrgRoles(orgRoles('support'), existing)).toEqual([]);
    expect(missingOrgRoles({ type: 'all-staff' }, [])).toEqual([]);
    expect(missingOrgRoles(named(SAM), [])).toEqual([]);
  });

  it('are people who are not there or have left, and accounts that are gone', () => {
    const existing = {
      staff: [
        aStaffMember(),
        aStaffMember({ entityRef: 'user:default/left', state: 'offboarded' }),
      ],
      accountIds: ['1'],
    };
    for (const [subject, missing] of [
      [SAM, []],
      ['account:1', []],
      ['account:2', ['account:2']],
      ['user:default/left', ['user:default/left']],
      ['user:default/nobody', ['user:default/nobody']],
    ] as const) {
      expect(missingPeople(named(subject), existing)).toEqual(missing);
    }
    expect(missingPeople({ type: 'all-staff' }, existing)).toEqual([]);
  });
});
