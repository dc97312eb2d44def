import { Identity } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { Account } from '../accounts/account';
import { toSignInSettings } from '../accounts/signInSettings';
import { AccountSubject } from '../checks/types';
import { AccessSettingsFacts } from '../gorgias/schemas';
import { StaffMember } from '../staff/staffMember';

/** An active account of a person with an own second factor, unless told otherwise. */
export function anAccount(differing: Partial<Account> = {}): Account {
  return {
    id: '1',
    state: 'active',
    kind: 'human',
    email: 'sam.rivers@acme.example',
    name: 'Sam Rivers',
    gorgiasRole: 'agent',
    ownTwoFactor: true,
    hasPassword: true,
    sso: null,
    createdAt: '2024-01-01T00:00:00.000Z',
    deactivatedAt: null,
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    lastSeenAt: '2026-11-24T09:00:00.000Z',
    goneAt: null,
    ...differing,
  };
}

/** A current staff member, unless told otherwise. */
export function aStaffMember(
  differing: Partial<StaffMember> = {},
): StaffMember {
  return {
    entityRef: 'user:default/sam.rivers',
    displayName: 'Sam Rivers',
    emails: ['sam.rivers@acme.example'],
    orgRoles: ['group:default/support'],
    state: 'current',
    offboardedAt: null,
    offboardedGround: null,
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    lastSeenAt: '2026-11-24T09:00:00.000Z',
    ...differing,
  };
}

/** What is known of an account of a staff member or, for `null`, of nobody known. */
export function aSubject(
  staffMember: StaffMember | null,
  differing: Partial<AccountSubject> = {},
): AccountSubject {
  const identity: Identity = staffMember
    ? {
        type: 'staff-member',
        staffRef: staffMember.entityRef,
        displayName: staffMember.displayName,
        staffState: staffMember.state,
        ground: 'The e-mail address is theirs.',
      }
    : { type: 'unidentified', ground: 'Nobody has it.', candidates: [] };
  return {
    account: anAccount(),
    identity,
    staffMember: staffMember ?? undefined,
    signInSettings: {
      ssoEnforced: false,
      twoFactorEnforced: false,
      twoFactorEnforcedAt: null,
      ssoWays: [],
    },
    rule: { type: 'all-staff' },
    systemOwner: 'group:default/support',
    ...differing,
  };
}

/** Any time of the year 2026. */
export const timeArbitrary = fc
  .date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const toldOrNot = fc.constantFrom(true, false, null);
const orgRole = fc.constantFrom('a', 'b', 'c').map(n => `group:default/${n}`);

/** Any list of org roles, as rules and staff members have them. */
export const orgRolesArbitrary = fc.uniqueArray(orgRole, { maxLength: 3 });

/** Any account that the stores could hold. */
export const accountArbitrary: fc.Arbitrary<Account> = fc
  .record({
    state: fc.constantFrom('active', 'deactivated', 'gone'),
    kind: fc.constantFrom('human', 'bot', 'unknown'),
    email: fc.constantFrom(
      null,
      'a@acme.example',
      'b@acme.example',
      'x@y.example',
    ),
    gorgiasRole: fc.constantFrom(null, 'admin', 'bot', 'new-role'),
    ownTwoFactor: toldOrNot,
    hasPassword: toldOrNot,
    sso: fc.constantFrom(null, 'google'),
    deactivatedAt: fc.option(timeArbitrary),
    goneAt: timeArbitrary,
  })
  .map(({ goneAt, ...account }) =>
    anAccount({ ...account, goneAt: account.state === 'gone' ? goneAt : null }),
  );

/** Anything that Gorgias may tell of how people sign in; keys are left out where it does not tell. */
export const accessSettingsArbitrary: fc.Arbitrary<AccessSettingsFacts> =
  fc.record(
    {
      ssoEnforcedAt: fc.option(timeArbitrary),
      twoFactorEnforcedAt: fc.option(timeArbitrary),
      ssoWays: fc.uniqueArray(fc.constantFrom('google', 'office365', 'okta')),
    },
    { requiredKeys: [] },
  );

/** Any staff member. */
export const staffMemberArbitrary: fc.Arbitrary<StaffMember> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    orgRoles: orgRolesArbitrary,
    emails: fc.uniqueArray(
      fc.constantFrom('a@acme.example', 'b@acme.example', 'c@acme.example'),
      { maxLength: 2 },
    ),
    offboarded: fc.boolean(),
    offboardedAt: fc.option(timeArbitrary),
    offboardedGround: fc.constantFrom('mark', 'vanished'),
  })
  .map(({ name, offboarded, offboardedAt, offboardedGround, ...member }) =>
    aStaffMember({
      ...member,
      entityRef: `user:default/${name}`,
      displayName: name.toUpperCase(),
      ...(offboarded && {
        state: 'offboarded',
        offboardedAt,
        offboardedGround,
      }),
    }),
  );

/** Any access rule. */
export const ruleArbitrary = fc.oneof(
  fc.constant({ type: 'all-staff' as const }),
  orgRolesArbitrary.map(orgRoles => ({ type: 'org-roles' as const, orgRoles })),
);

/** Anything that a check of accounts could have to judge. */
export const subjectArbitrary: fc.Arbitrary<AccountSubject> = fc
  .record({
    staffMember: fc.option(staffMemberArbitrary),
    account: accountArbitrary,
    signInSettings: fc
      .tuple(accessSettingsArbitrary, timeArbitrary)
      .map(([facts, now]) => toSignInSettings(facts, now)),
    rule: fc.option(ruleArbitrary, { nil: undefined }),
    systemOwner: fc.constantFrom(undefined, 'group:default/support'),
  })
  .map(({ staffMember, ...known }) => aSubject(staffMember, known));
