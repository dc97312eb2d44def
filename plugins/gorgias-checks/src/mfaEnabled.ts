import { message, Message } from './messages';
import { open, settled } from './outcomes';
import { sharedCheck } from './sharedCheck';
import {
  AccountCheck,
  CommonGround,
  Outcome,
  OwnSubject,
  SignInSettings,
  SubjectAccount,
} from './subjects';

type SignInFacts = ReturnType<typeof signInFacts>;

type SignInAccount = Pick<
  SubjectAccount,
  'ownTwoFactor' | 'hasPassword' | 'sso'
>;

type SignInOutcome =
  | { status: 'passing'; ground: Message }
  | { status: 'failing' | 'unknown'; ground: Message; remedy: Message };

/**
 * User should have MFA enabled: the sign-in of every active person is
 * protected, by an own second factor or by SSO that can't be gone round by
 * a password.
 *
 * Gorgias offers its second factor to people who sign in by password, so for
 * somebody who signs in by SSO alone, "off" says nothing about the identity
 * provider's (Gorgias' help page on two-factor authentication).
 *
 * @public
 */
export const mfaEnabled: AccountCheck = sharedCheck(
  'mfa-enabled',
  signInFacts,
  judgeProtection,
);

function signInFacts(
  { account, staffMember }: OwnSubject,
  { signInSettings }: CommonGround,
) {
  const { state, kind, gorgiasRole, ownTwoFactor, hasPassword, sso } = account;
  return {
    state,
    kind,
    ownTwoFactor,
    hasPassword,
    // Where it tells whether somebody is a person, it need not be told itself.
    gorgiasRole: kind === 'unknown' ? gorgiasRole : null,
    sso,
    // Nobody is asked to act on what can't fail.
    person:
      ownTwoFactor || signInSettings.ssoEnforced
        ? undefined
        : staffMember?.entityRef,
  };
}

function judgeProtection(
  account: SignInFacts,
  { signInSettings, systemOwner }: CommonGround,
): Outcome {
  const facts = {
    kind: account.kind,
    ownTwoFactor: account.ownTwoFactor,
    hasPassword: account.hasPassword,
    sso: account.sso,
    ssoEnforced: signInSettings.ssoEnforced,
    ssoWays: signInSettings.ssoWays,
    twoFactorEnforced: signInSettings.twoFactorEnforced,
    ...(signInSettings.twoFactorEnforced && {
      twoFactorEnforcedSince: signInSettings.twoFactorEnforcedAt,
    }),
  };
  if (account.state !== 'active') {
    return settled('not-applicable', [message('verdict.notActive')], facts);
  }
  if (account.kind === 'bot') {
    return settled('not-applicable', [message('mfa.bot')], facts);
  }
  const outcome = judgeSignIn(account, signInSettings);
  if (outcome.status === 'passing') {
    return settled('passing', [outcome.ground], facts);
  }
  const { status, ground, remedy } = outcome;
  const grounds = [ground, ...requirement(account, signInSettings)];
  if (status === 'unknown') {
    return open(status, grounds, remedy, facts);
  }
  return account.kind === 'unknown'
    ? open(
        'unknown',
        [...grounds, roleNotKnown(account)],
        message('mfa.findOutRole'),
        facts,
      )
    : open(status, grounds, remedy, facts, account.person ?? systemOwner);
}

/**
 * Passes by what Gorgias tells to be on, never by what it leaves out: when it
 * tells less, the outcome is the same or unknown.
 */
function judgeSignIn(
  account: SignInAccount,
  settings: SignInSettings,
): SignInOutcome {
  if (account.ownTwoFactor) {
    return {
      status: 'passing',
      ground: message('mfa.on'),
    };
  }
  if (settings.ssoEnforced) {
    return judgeEnforcedSso(account, settings);
  }
  if (account.ownTwoFactor === null) {
    return {
      status: 'unknown',
      ground: message('mfa.notTold'),
      remedy: message('mfa.look'),
    };
  }
  return account.sso === null
    ? judgePassword(account, settings)
    : judgeSso(account.sso, account, settings);
}

function judgeEnforcedSso(
  { sso }: SignInAccount,
  { ssoWays }: SignInSettings,
): SignInOutcome {
  if (sso !== null) {
    return {
      status: 'passing',
      ground: message('mfa.enforcedSso', { provider: nameOf(sso) }),
    };
  }
  if (ssoWays?.length) {
    return {
      status: 'passing',
      ground: message('mfa.enforcedWays', {
        providers: { list: ssoWays.map(nameOf), join: 'or' },
      }),
    };
  }
  return {
    status: 'unknown',
    ground: ssoWays
      ? message('mfa.enforcedAllOff')
      : message('mfa.enforcedNoneOn'),
    remedy: message('mfa.lookAtSettings'),
  };
}

/** The second factor is off, single sign-on is there, and as far as is known it is not enforced. */
function judgeSso(
  sso: string,
  { hasPassword }: SignInAccount,
  { ssoEnforced }: SignInSettings,
): SignInOutcome {
  const provider = nameOf(sso);
  if (hasPassword === false) {
    return {
      status: 'unknown',
      ground: message('mfa.ssoAlone', { provider }),
      remedy: message('mfa.enforce'),
    };
  }
  const remedy = message('mfa.turnOnOrNoPasswords');
  if (hasPassword === null) {
    return {
      status: 'unknown',
      ground: message('mfa.ssoPasswordNotTold', { provider }),
      remedy,
    };
  }
  if (ssoEnforced === null) {
    return {
      status: 'unknown',
      ground: message('mfa.ssoEnforcedNotTold', { provider }),
      remedy,
    };
  }
  return {
    status: 'failing',
    ground: message('mfa.ssoAndPassword', { provider }),
    remedy,
  };
}

/** The second factor is off, and Gorgias tells of no single sign-on of the person. */
function judgePassword(
  { hasPassword }: SignInAccount,
  { ssoEnforced, twoFactorEnforced }: SignInSettings,
): SignInOutcome {
  if (hasPassword === false) {
    return {
      status: 'unknown',
      ground: message('mfa.noWayIn'),
      remedy: message('mfa.lookForInvitation'),
    };
  }
  if (hasPassword === null) {
    return {
      status: 'unknown',
      ground: message('mfa.passwordNotTold'),
      remedy: message('mfa.turnOnOrDelete'),
    };
  }
  if (ssoEnforced === null) {
    return {
      status: 'unknown',
      ground: message('mfa.offEnforcedNotTold'),
      remedy: message('mfa.turnOnOrEnforce'),
    };
  }
  return {
    status: 'failing',
    ground: message('mfa.offAndPassword'),
    remedy: twoFactorEnforced
      ? message('mfa.turnOn')
      : message('mfa.turnOnOrRequire'),
  };
}

/**
 * What Gorgias requires of everybody. It protects nobody by itself: whoever
 * has no more than the password is asked to set up a factor of their own.
 */
function requirement(
  { ownTwoFactor }: SignInAccount,
  { twoFactorEnforced, twoFactorEnforcedAt }: SignInSettings,
): Message[] {
  if (twoFactorEnforcedAt === null) {
    return [];
  }
  const day = { day: twoFactorEnforcedAt };
  if (!twoFactorEnforced) {
    return [message('mfa.willBeRequired', { day })];
  }
  return [
    ownTwoFactor === null
      ? message('mfa.required', { day })
      : message('mfa.requiredNotSetUp', { day }),
  ];
}

const PROVIDER_NAMES = new Map([
  ['google', 'Google'],
  ['office365', 'Microsoft 365'],
]);

/** Custom providers have any name. */
function nameOf(sso: string): string {
  return PROVIDER_NAMES.get(sso) ?? sso;
}

function roleNotKnown({
  gorgiasRole,
}: Pick<SubjectAccount, 'gorgiasRole'>): Message {
  return gorgiasRole === null
    ? message('mfa.noRole')
    : message('mfa.roleNotKnown', { role: gorgiasRole });
}
