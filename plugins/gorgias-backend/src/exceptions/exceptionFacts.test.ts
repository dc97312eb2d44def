import {
  ACCOUNT_CHECKS,
  AccountSubject,
  exceptionFacts,
  factThatChanged,
} from 'backstage-plugin-gorgias-checks';
import { CheckId, sayInEnglish } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  aClass,
  anAccount,
  aStaffMember,
  aSubject,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { Account } from '../accounts/account';
import { StaffMember } from '../staff/staffMember';

const LEFT: Partial<StaffMember> = {
  state: 'offboarded',
  offboardedAt: '2026-11-20T00:00:00.000Z',
  offboardedGround: 'mark',
};
const nobody = aSubject(null, {
  account: anAccount({ ownTwoFactor: false }),
});
const person = (
  account: Partial<Account> = {},
  member: Partial<StaffMember> = {},
  differing: Partial<AccountSubject> = {},
) =>
  aSubject(aStaffMember(member), {
    account: anAccount({ ownTwoFactor: false, ...account }),
    ...differing,
  });
const classified = (type: 'service-account' | 'external') =>
  aSubject(null, { identity: aClass(type) });
const noor = { entityRef: 'user:default/noor.haddad' };

const because = (
  checkId: CheckId,
  given: AccountSubject,
  now: AccountSubject,
) => {
  const changed = factThatChanged(
    exceptionFacts(checkId, given),
    exceptionFacts(checkId, now),
  );
  return changed && sayInEnglish([changed]);
};

describe('an exception lapses', () => {
  it.each<[string, CheckId, AccountSubject, AccountSubject, string]>([
    [
      'the role grew',
      'access-valid',
      person({ gorgiasRole: 'basic-agent' }),
      person({ gorgiasRole: 'admin' }),
      'the Gorgias role grew from Basic to Admin',
    ],
    [
      'the role grew by one step, under an exception from MFA',
      'mfa-enabled',
      person({ gorgiasRole: 'observer-agent' }),
      person({ gorgiasRole: 'lite-agent' }),
      'the Gorgias role grew from Observer to Lite',
    ],
    [
      'the role became one nobody knows',
      'access-valid',
      person({ gorgiasRole: 'agent' }),
      person({ gorgiasRole: 'super-agent' }),
      'the Gorgias role changed from Lead to super-agent',
    ],
    [
      'the role was one nobody knows',
      'access-valid',
      person({ gorgiasRole: 'super-agent' }),
      person({ gorgiasRole: 'observer-agent' }),
      'the Gorgias role changed from super-agent to Observer',
    ],
    [
      'the role became none',
      'access-valid',
      person({ gorgiasRole: 'agent' }),
      person({ gorgiasRole: null }),
      'the Gorgias role changed from Lead to None',
    ],
    [
      'the person left',
      'access-valid',
      person(),
      person({}, LEFT),
      'the person was offboarded',
    ],
    [
      'the account turned out to be of somebody who left',
      'mfa-enabled',
      nobody,
      person({}, LEFT),
      'the person was offboarded',
    ],
    [
      'the person left and the role grew, by the first',
      'mfa-enabled',
      person(),
      person({ gorgiasRole: 'admin' }, LEFT),
      'the person was offboarded',
    ],
    [
      'the person came back',
      'offboarded-access-removed',
      person({}, LEFT),
      person(),
      'the person came back',
    ],
    [
      'the day of leaving was another',
      'offboarded-access-removed',
      person({}, LEFT),
      person({}, { ...LEFT, offboardedAt: '2026-09-01T00:00:00.000Z' }),
      'the day of leaving changed from 2026-11-20 to 2026-09-01',
    ],
    [
      'the account was used after its person left',
      'offboarded-access-removed',
      person({}, LEFT, { lastLogInAt: '2026-11-20T10:00:00.000Z' }),
      person({}, LEFT, { lastLogInAt: '2026-11-23T10:00:00.000Z' }),
      'the account was used after the person had left',
    ],
    [
      'the account is somebody else’s',
      'mfa-enabled',
      person(),
      person({}, noor),
      'the account is now said to be of user:default/noor.haddad',
    ],
    [
      'the account is a machine’s',
      'mfa-enabled',
      person(),
      classified('service-account'),
      'the account is now classified as service-account',
    ],
    [
      'the external was taken on',
      'access-valid',
      classified('external'),
      person(),
      'the account is now said to be of user:default/sam.rivers',
    ],
    [
      'two-factor authentication came',
      'mfa-enabled',
      person({ ownTwoFactor: false }),
      person({ ownTwoFactor: true }),
      'two-factor authentication was turned on in Gorgias',
    ],
    [
      'the password went',
      'mfa-enabled',
      person({ hasPassword: true, sso: 'google' }),
      person({ hasPassword: false, sso: 'google' }),
      'the account no longer has a password',
    ],
    [
      'the single sign-on went',
      'mfa-enabled',
      person({ sso: 'google' }),
      person({ sso: null }),
      'the single sign-on changed from google to none',
    ],
    [
      'the e-mail address changed',
      'user-identified',
      nobody,
      aSubject(null, { account: anAccount({ email: 'x@y.example' }) }),
      'the e-mail address changed from sam.rivers@acme.example to x@y.example',
    ],
  ])('when %s', (_, checkId, given, now, words) => {
    expect(because(checkId, given, now)).toBe(words);
  });
});

describe('an exception stays in force', () => {
  it.each<[string, CheckId, AccountSubject, AccountSubject]>([
    [
      'the role shrank',
      'access-valid',
      person({ gorgiasRole: 'admin' }),
      person({ gorgiasRole: 'basic-agent' }),
    ],
    [
      'an unknown role stays the same',
      'access-valid',
      person({ gorgiasRole: 'super-agent' }),
      person({ gorgiasRole: 'super-agent' }),
    ],
    [
      'Gorgias does not tell of 2FA',
      'mfa-enabled',
      person({ ownTwoFactor: false }),
      person({ ownTwoFactor: null }),
    ],
    [
      'Gorgias does not tell of the password',
      'mfa-enabled',
      person({ hasPassword: true }),
      person({ hasPassword: null }),
    ],
    ['the person became known', 'mfa-enabled', nobody, person()],
    ['the person is not known for a while', 'mfa-enabled', person(), nobody],
    [
      'the name, the org roles and the address of the person changed',
      'access-valid',
      person(),
      person(
        { name: 'Sam Ortiz', email: 'sam.ortiz@acme.example' },
        { displayName: 'Sam Ortiz', orgRoles: [] },
      ),
    ],
    [
      'the address is written in another way',
      'user-identified',
      nobody,
      aSubject(null, {
        account: anAccount({ email: 'Sam.Rivers@ACME.example' }),
      }),
    ],
    [
      'the 2FA changed that another check looks at',
      'access-valid',
      person({ ownTwoFactor: false }),
      person({ ownTwoFactor: true }),
    ],
    [
      'the day of leaving became known',
      'offboarded-access-removed',
      person({}, { ...LEFT, offboardedAt: null }),
      person({}, LEFT),
    ],
    [
      'it was known that the account was used after its person left',
      'offboarded-access-removed',
      person({}, LEFT, { lastLogInAt: '2026-11-22T10:00:00.000Z' }),
      person({}, LEFT, { lastLogInAt: '2026-11-23T10:00:00.000Z' }),
    ],
  ])('when %s', (_, checkId, given, now) => {
    expect(because(checkId, given, now)).toBeUndefined();
  });

  it('while nothing changes, whatever it was given for', () => {
    fc.assert(
      fc.property(
        subjectArbitrary,
        fc.constantFrom(...ACCOUNT_CHECKS),
        (subject, { id }) => {
          expect(because(id, subject, subject)).toBeUndefined();
        },
      ),
    );
  });

  it('when it was given before a fact was looked at', () => {
    expect(
      factThatChanged({}, exceptionFacts('mfa-enabled', person({}, LEFT))),
    ).toBeUndefined();
  });
});

it('keeps facts that survive JSON', () => {
  fc.assert(
    fc.property(
      subjectArbitrary,
      fc.constantFrom(...ACCOUNT_CHECKS),
      (subject, { id }) => {
        const facts = exceptionFacts(id, subject);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      },
    ),
  );
});
