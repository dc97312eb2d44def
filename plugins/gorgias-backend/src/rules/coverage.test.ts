import fc from 'fast-check';
import {
  aStaffMember,
  orgRolesArbitrary,
  ruleArbitrary,
  staffMemberArbitrary,
} from '../__testUtils__/subjects';
import { covers, describeRule, missingOrgRoles } from './coverage';

const orgRoles = (...names: string[]) => ({
  type: 'org-roles' as const,
  orgRoles: names.map(name => `group:default/${name}`),
});

describe('covers', () => {
  it('covers the members of any of the org roles', () => {
    const sam = aStaffMember({
      orgRoles: ['group:default/support', 'group:default/support-tier-1'],
    });
    expect(covers(orgRoles('support'), sam)).toBe(true);
    expect(covers(orgRoles('finance', 'support-tier-1'), sam)).toBe(true);
    expect(covers(orgRoles('finance'), sam)).toBe(false);
    expect(covers(orgRoles('supp'), sam)).toBe(false);
    expect(covers(orgRoles(), sam)).toBe(false);
  });

  it('covers every current staff member by "all staff"', () => {
    fc.assert(
      fc.property(staffMemberArbitrary, member => {
        expect(covers({ type: 'all-staff' }, member)).toBe(
          member.state === 'current',
        );
      }),
    );
  });

  it('covers nobody who has left, by any rule', () => {
    fc.assert(
      fc.property(ruleArbitrary, staffMemberArbitrary, (rule, member) => {
        expect(covers(rule, { ...member, state: 'offboarded' })).toBe(false);
      }),
    );
  });

  it('takes nobody out when an org role is added', () => {
    fc.assert(
      fc.property(
        orgRolesArbitrary,
        orgRolesArbitrary,
        staffMemberArbitrary,
        (some, more, member) => {
          fc.pre(covers({ type: 'org-roles', orgRoles: some }, member));
          expect(
            covers({ type: 'org-roles', orgRoles: [...some, ...more] }, member),
          ).toBe(true);
        },
      ),
      { maxSkipsPerRun: 1000 },
    );
  });
});

describe('missingOrgRoles', () => {
  it('names those that do not exist', () => {
    const existing = ['group:default/support', 'group:default/finance'];
    expect(missingOrgRoles(orgRoles('support', 'old'), existing)).toEqual([
      'group:default/old',
    ]);
    expect(missingOrgRoles(orgRoles('support'), existing)).toEqual([]);
    expect(missingOrgRoles({ type: 'all-staff' }, [])).toEqual([]);
  });
});

describe('describeRule', () => {
  it('puts a rule in words', () => {
    expect(describeRule({ type: 'all-staff' })).toBe('all current staff');
    expect(describeRule(orgRoles('a', 'b'))).toBe(
      'members of group:default/a, group:default/b',
    );
  });
});
