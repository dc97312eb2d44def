import {
  AccountSubject,
  GroundedIdentity,
} from 'backstage-plugin-gorgias-checks';
import { message } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { Account } from '../accounts/account';
import { toSignInSettings } from '../accounts/signInSettings';
import { AccessSettingsFacts } from '../gorgias/schemas';
import { StaffMember } from '../staff/staffMember';
import {
  orgRoleArbitrary,
  orgRolesArbitrary,
  personArbitrary,
  ruleArbitrary,
  timeArbitrary,
} from './rules';

export { timeArbitrary } from './rules';

/** When it is in what these make, unless told otherwise. */
export const NOW = '2026-11-24T09:00:00.000Z';

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
    lastSeenAt: NOW,
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
    uid: null,
    displayName: 'Sam Rivers',
    emails: ['sam.rivers@acme.example'],
    orgRoles: ['group:default/support'],
    groups: ['group:default/support'],
    manager: null,
    state: 'current',
    offboardedAt: null,
    offboardedGround: null,
    rehiredAt: null,
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    lastSeenAt: NOW,
    ...differing,
  };
}

const THEIRS = {
  ground: 'The e-mail address a@acme.example is theirs.',
  groundParts: [message('identity.theirAddress', { email: 'a@acme.example' })],
};
const NOBODY_HAS = {
  ground: 'The account has no e-mail address.',
  groundParts: [message('identity.noAddress')],
};
const CLASSIFIED = {
  ground: 'Ivy Nakamura classified it on 2026-11-20.',
  groundParts: [
    message('identity.classified', {
      by: 'Ivy Nakamura',
      on: { day: '2026-11-20' },
    }),
  ],
};

/** That an account is a staff member's or, for `null`, nobody known. */
export function anIdentity(staffMember: StaffMember | null): GroundedIdentity {
  return staffMember
    ? {
        type: 'staff-member',
        staffRef: staffMember.entityRef,
        displayName: staffMember.displayName,
        staffState: staffMember.state,
        ...THEIRS,
      }
    : { type: 'unidentified', ...NOBODY_HAS, candidates: [] };
}

/** That an account needs no staff member, but the support team answers for it. */
export function aClass(
  type: 'service-account' | 'external',
  differing: Partial<Extract<GroundedIdentity, { owner: string }>> = {},
): Extract<GroundedIdentity, { owner: string }> {
  return {
    type,
    owner: 'group:default/support',
    purpose: 'Returns',
    reviewAt: '2027-03-01T00:00:00.000Z',
    ...CLASSIFIED,
    ...differing,
  };
}

/** What is known of an account of a staff member or, for `null`, of nobody known. */
export function aSubject(
  staffMember: StaffMember | null,
  differing: Partial<AccountSubject> = {},
): AccountSubject {
  return {
    account: anAccount(),
    identity: anIdentity(staffMember),
    staffMember: staffMember ?? undefined,
    signInSettings: {
      ssoEnforced: false,
      twoFactorEnforced: false,
      twoFactorEnforcedAt: null,
      ssoWays: [],
    },
    rule: { type: 'all-staff' },
    existing: new Set([
      'group:default/support',
      ...(staffMember?.state === 'current' ? [staffMember.entityRef] : []),
    ]),
    lastLogInAt: null,
    systemOwner: 'group:default/support',
    now: NOW,
    ...differing,
  };
}

const toldOrNot = fc.constantFrom(true, false, null);

/** Any account that the stores could hold. */
export const accountArbitrary: fc.Arbitrary<Account> = fc
  .record({
    id: fc.constantFrom('1', '2', '3'),
    state: fc.constantFrom('active', 'deactivated', 'gone'),
    kind: fc.constantFrom('human', 'bot', 'unknown'),
    email: fc.constantFrom(
      null,
      'a@acme.example',
      'b@acme.example',
      'x@y.example',
    ),
    gorgiasRole: fc.constantFrom(null, 'admin', 'agent', 'bot', 'new-role'),
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
    entityRef: personArbitrary,
    orgRoles: orgRolesArbitrary,
    emails: fc.uniqueArray(
      fc.constantFrom('a@acme.example', 'b@acme.example', 'c@acme.example'),
      { maxLength: 2 },
    ),
    offboarded: fc.boolean(),
    offboardedAt: fc.option(timeArbitrary),
    offboardedGround: fc.constantFrom('mark', 'vanished', 'orphaned', 'manual'),
    manager: fc.option(personArbitrary),
    rehiredAt: fc.option(timeArbitrary),
  })
  .map(({ offboarded, offboardedAt, offboardedGround, ...member }) =>
    aStaffMember({
      ...member,
      displayName: member.entityRef.slice(-1).toUpperCase(),
      groups: member.orgRoles.filter(role => role.startsWith('group:')),
      ...(offboarded && {
        state: 'offboarded',
        offboardedAt,
        offboardedGround,
      }),
    }),
  );

/** Any identity of an account that is no staff member's. */
export const otherIdentityArbitrary: fc.Arbitrary<GroundedIdentity> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('service-account' as const, 'external' as const),
      owner: fc.oneof(personArbitrary, orgRoleArbitrary),
      reviewAt: timeArbitrary,
    })
    .map(({ type, ...known }) => aClass(type, known)),
  fc.uniqueArray(personArbitrary, { maxLength: 2 }).map(candidates => ({
    type: 'unidentified' as const,
    ...NOBODY_HAS,
    candidates,
  })),
);

/** Anything that a check of accounts could have to judge. */
export const subjectArbitrary: fc.Arbitrary<AccountSubject> = fc
  .record({
    staffMember: fc.option(staffMemberArbitrary),
    identity: otherIdentityArbitrary,
    account: accountArbitrary,
    signInSettings: fc
      .tuple(accessSettingsArbitrary, timeArbitrary)
      .map(([facts, now]) => toSignInSettings(facts, now)),
    rule: fc.option(ruleArbitrary, { nil: undefined }),
    existing: fc
      .uniqueArray(fc.oneof(personArbitrary, orgRoleArbitrary))
      .map(refs => new Set(refs)),
    lastLogInAt: fc.option(timeArbitrary),
    systemOwner: fc.constantFrom(undefined, 'group:default/support'),
    now: timeArbitrary,
  })
  .map(({ staffMember, identity, ...known }) =>
    staffMember
      ? aSubject(staffMember, known)
      : aSubject(null, { identity, ...known }),
  );
