import { gorgiasRoleTitle } from './account';
import { CheckId } from './checks';
import { normaliseEmail } from './emailAddress';
import { wasUsedAfterLeaving } from './leaving';
import { message, Message, MessageParam } from './messages';
import { AccountSubject } from './subjects';

/** What is so while an exception is in force; `null` for what nobody knows. @public */
export type ExceptionFacts = Readonly<
  Record<string, string | number | boolean | null>
>;

/**
 * The facts that an exception for a check and an account is given for: whose
 * account it is, whether the person is here, what the account may do, and
 * what the check in question looks at.
 *
 * The settings of the whole Gorgias account and the access rule are left
 * out. They are nothing that somebody who approves an exception for one
 * account decides about, and when they make the verdict pass, the exception
 * covers nothing.
 *
 * @public
 */
export function exceptionFacts(
  checkId: CheckId,
  { account, identity, staffMember, lastLogInAt }: AccountSubject,
): ExceptionFacts {
  const isClassified =
    identity.type === 'service-account' || identity.type === 'external';
  const common = {
    gorgiasRole: account.gorgiasRole,
    staffRef: identity.type === 'staff-member' ? identity.staffRef : null,
    accountClass: isClassified ? identity.type : null,
    staffState: identity.type === 'staff-member' ? identity.staffState : null,
  };
  switch (checkId) {
    case 'user-identified':
      return {
        ...common,
        email: account.email && normaliseEmail(account.email),
      };
    case 'mfa-enabled':
      return {
        ...common,
        ownTwoFactor: account.ownTwoFactor,
        hasPassword: account.hasPassword,
        sso: account.sso,
      };
    case 'offboarded-access-removed': {
      const offboardedAt = staffMember?.offboardedAt ?? null;
      return {
        ...common,
        offboardedAt,
        usedAfterLeaving: wasUsedAfterLeaving(offboardedAt, lastLogInAt),
      };
    }
    default:
      return common;
  }
}

type Describe = (
  given: ExceptionFacts,
  now: ExceptionFacts,
) => Message | undefined;

/** The facts in the order of what an admin most wants to know. */
const DESCRIPTIONS: ReadonlyArray<[string, Describe]> = [
  [
    'usedAfterLeaving',
    (_, now) => (now.usedAfterLeaving ? message('lapse.used') : undefined),
  ],
  ['staffState', describeStaffState],
  ['staffRef', describeHolder],
  ['accountClass', describeHolder],
  ['offboardedAt', describeLeaving],
  ['gorgiasRole', describeRole],
  [
    'ownTwoFactor',
    ifBothKnown('ownTwoFactor', now =>
      now ? message('lapse.twoFactorOn') : message('lapse.twoFactorOff'),
    ),
  ],
  [
    'hasPassword',
    ifBothKnown('hasPassword', now =>
      now ? message('lapse.hasPassword') : message('lapse.noPassword'),
    ),
  ],
  [
    'sso',
    (given, now) =>
      message('lapse.ssoChanged', {
        before: orNone(given.sso),
        after: orNone(now.sso),
      }),
  ],
  [
    'email',
    (given, now) =>
      message('lapse.emailChanged', {
        before: orNone(given.email),
        after: orNone(now.email),
      }),
  ],
];

function orNone(fact: ExceptionFacts[string]): MessageParam {
  return fact === null ? message('lapse.none') : String(fact);
}

function ifBothKnown(
  fact: string,
  words: (now: ExceptionFacts[string]) => Message,
): Describe {
  return (given, now) =>
    given[fact] === null || now[fact] === null ? undefined : words(now[fact]);
}

/** That somebody has left counts even if nobody knew before whose account it was. */
function describeStaffState(given: ExceptionFacts, now: ExceptionFacts) {
  if (now.staffState === 'offboarded') {
    return message('lapse.offboarded');
  }
  return given.staffState === 'offboarded' && now.staffState === 'current'
    ? message('lapse.cameBack')
    : undefined;
}

function describeHolder(given: ExceptionFacts, now: ExceptionFacts) {
  const before = given.staffRef ?? given.accountClass;
  const after = now.staffRef ?? now.accountClass;
  if (before === null || after === null || before === after) {
    return undefined;
  }
  if (now.staffRef) {
    return message('lapse.nowOf', { staffRef: String(now.staffRef) });
  }
  return now.accountClass === 'external'
    ? message('lapse.nowExternal')
    : message('lapse.nowServiceAccount');
}

function describeLeaving(given: ExceptionFacts, now: ExceptionFacts) {
  return given.offboardedAt === null || now.offboardedAt === null
    ? undefined
    : message('lapse.leftOtherDay', {
        before: { day: String(given.offboardedAt) },
        after: { day: String(now.offboardedAt) },
      });
}

/** The roles that may do ever more, as Gorgias' help page on user permissions has them. */
const ROLES_BY_POWER = [
  'observer-agent',
  'lite-agent',
  'basic-agent',
  'agent',
  'admin',
];

/** A role that may do less is tolerated all the more; of one nobody knows nobody can say. */
function describeRole(given: ExceptionFacts, now: ExceptionFacts) {
  const before = ROLES_BY_POWER.indexOf(String(given.gorgiasRole));
  const after = ROLES_BY_POWER.indexOf(String(now.gorgiasRole));
  if (before >= 0 && after >= 0 && after < before) {
    return undefined;
  }
  const roles = { before: roleTitle(given), after: roleTitle(now) };
  return before >= 0 && after >= 0
    ? message('lapse.roleGrew', roles)
    : message('lapse.roleChanged', roles);
}

function roleTitle({ gorgiasRole }: ExceptionFacts): string {
  return gorgiasRoleTitle(gorgiasRole === null ? null : String(gorgiasRole));
}

/**
 * What is no longer as it was when an exception was given, in words that go
 * on from "because"; `undefined` when all is. What is not known now is no
 * change, the role excepted: one read in which Gorgias does not tell must not
 * end an exception, and what is unknown never passes either.
 *
 * @public
 */
export function factThatChanged(
  given: ExceptionFacts,
  now: ExceptionFacts,
): Message | undefined {
  for (const [fact, describe] of DESCRIPTIONS) {
    // Facts that later versions look at say nothing of older exceptions.
    if (given[fact] !== undefined && given[fact] !== now[fact]) {
      const words = describe(given, now);
      if (words) {
        return words;
      }
    }
  }
  return undefined;
}
