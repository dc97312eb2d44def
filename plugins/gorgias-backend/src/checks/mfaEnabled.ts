import { Account } from '../accounts/account';
import { SignInSettings } from '../accounts/signInSettings';
import { AccountCheck, Outcome } from './types';

type SignInOutcome = Pick<Outcome, 'status' | 'ground' | 'remedy'>;

const TURN_ON =
  'The person turns two-factor authentication on in Gorgias under Settings > Password & 2FA';

/**
 * User should have MFA enabled: the sign-in of every active person is
 * protected, by an own second factor or by SSO that can't be gone round by
 * a password.
 *
 * Gorgias offers its second factor to people who sign in by password, so for
 * somebody who signs in by SSO alone, "off" says nothing about the identity
 * provider's (Gorgias' help page on two-factor authentication).
 */
export const mfaEnabled: AccountCheck = {
  id: 'mfa-enabled',
  judge({ account, signInSettings, staffMember, systemOwner }): Outcome {
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
      return {
        status: 'not-applicable',
        ground: 'The account is not active.',
        facts,
      };
    }
    if (account.kind === 'bot') {
      return {
        status: 'not-applicable',
        ground: 'The account is a bot, nobody signs in to it.',
        facts,
      };
    }
    const outcome = judgeSignIn(account, signInSettings);
    if (outcome.status === 'passing') {
      return { ...outcome, facts };
    }
    const ground = outcome.ground + requirement(account, signInSettings);
    if (outcome.status === 'failing' && account.kind === 'unknown') {
      return {
        status: 'unknown',
        ground: `${ground} But nobody knows whether ${describeRole(
          account,
        )} is a person's.`,
        remedy: 'Find out what the role is, or remove the account in Gorgias.',
        facts,
      };
    }
    return {
      ...outcome,
      ground,
      facts,
      ...(outcome.status === 'failing' && {
        owner: staffMember?.entityRef ?? systemOwner,
      }),
    };
  },
};

/**
 * Passes by what Gorgias tells to be on, never by what it leaves out: when it
 * tells less, the outcome is the same or unknown.
 */
function judgeSignIn(
  account: Account,
  settings: SignInSettings,
): SignInOutcome {
  if (account.ownTwoFactor) {
    return {
      status: 'passing',
      ground: 'Two-factor authentication is on in Gorgias.',
    };
  }
  if (settings.ssoEnforced) {
    return judgeEnforcedSso(account, settings);
  }
  if (account.ownTwoFactor === null) {
    return {
      status: 'unknown',
      ground: 'Gorgias does not tell whether two-factor authentication is on.',
      remedy: 'Look at the user in Gorgias, or enforce single sign-on there.',
    };
  }
  return account.sso === null
    ? judgePassword(account, settings)
    : judgeSso(account.sso, account, settings);
}

function judgeEnforcedSso(
  { sso }: Account,
  { ssoWays }: SignInSettings,
): SignInOutcome {
  if (sso !== null) {
    return {
      status: 'passing',
      ground: `The person signs in through ${nameOf(
        sso,
      )}, and Gorgias enforces single sign-on, so there is no sign-in by password.`,
    };
  }
  if (ssoWays?.length) {
    return {
      status: 'passing',
      ground: `Gorgias enforces single sign-on through ${ssoWays
        .map(nameOf)
        .join(' or ')}, so there is no sign-in by password.`,
    };
  }
  return {
    status: 'unknown',
    ground: ssoWays
      ? 'Gorgias says that single sign-on is enforced, but also that every way of it is off, so nobody can say how the person signs in.'
      : 'Gorgias says that single sign-on is enforced, but not that any way of it is on, so nobody can say how the person signs in.',
    remedy:
      'Look at the access settings in Gorgias, and turn the single sign-on on that people should use.',
  };
}

/** The second factor is off, single sign-on is there, and as far as is known it is not enforced. */
function judgeSso(
  sso: string,
  { hasPassword }: Account,
  { ssoEnforced }: SignInSettings,
): SignInOutcome {
  const provider = nameOf(sso);
  if (hasPassword === false) {
    return {
      status: 'unknown',
      ground: `The person signs in through ${provider}, without a password, and Gorgias does not tell whether that asks for a second factor.`,
      remedy:
        'An admin enforces single sign-on in Gorgias, so that there is no other way in.',
    };
  }
  const remedy = `${TURN_ON}, or an admin enforces single sign-on there, which turns passwords off.`;
  if (hasPassword === null) {
    return {
      status: 'unknown',
      ground: `The person signs in through ${provider}, and Gorgias does not tell whether that asks for a second factor, nor whether there is a password besides.`,
      remedy,
    };
  }
  if (ssoEnforced === null) {
    return {
      status: 'unknown',
      ground: `The person signs in through ${provider} and also has a password, without two-factor authentication. Gorgias does not tell whether it enforces single sign-on and so takes no passwords.`,
      remedy,
    };
  }
  return {
    status: 'failing',
    ground: `The person signs in through ${provider}, but the way round it is open: single sign-on is not enforced, and there is also a password, without two-factor authentication.`,
    remedy,
  };
}

/** The second factor is off, and Gorgias tells of no single sign-on of the person. */
function judgePassword(
  { hasPassword }: Account,
  { ssoEnforced, twoFactorEnforced }: SignInSettings,
): SignInOutcome {
  if (hasPassword === false) {
    return {
      status: 'unknown',
      ground:
        'The account has no password and no single sign-on that Gorgias tells of: either the invitation is still open, or the person signs in some other way.',
      remedy: 'Look at the user in Gorgias; delete an invitation nobody took.',
    };
  }
  if (hasPassword === null) {
    return {
      status: 'unknown',
      ground:
        'Two-factor authentication is off in Gorgias, which does not tell whether the person has a password at all: it may be an open invitation, or somebody who signs in some other way.',
      remedy: `${TURN_ON}; delete an invitation nobody took.`,
    };
  }
  if (ssoEnforced === null) {
    return {
      status: 'unknown',
      ground:
        'Two-factor authentication is off in Gorgias, which does not tell whether it enforces single sign-on and so takes no passwords.',
      remedy: `${TURN_ON}, or an admin enforces single sign-on there.`,
    };
  }
  return {
    status: 'failing',
    ground:
      'Two-factor authentication is off in Gorgias, and the person signs in by password.',
    remedy: twoFactorEnforced
      ? `${TURN_ON}.`
      : `${TURN_ON}, or an admin requires it of everybody there.`,
  };
}

/**
 * What Gorgias requires of everybody. It protects nobody by itself: whoever
 * has no more than the password is asked to set up a factor of their own.
 */
function requirement(
  { ownTwoFactor }: Account,
  { twoFactorEnforced, twoFactorEnforcedAt }: SignInSettings,
): string {
  if (twoFactorEnforcedAt === null) {
    return '';
  }
  const day = twoFactorEnforcedAt.slice(0, 10);
  if (!twoFactorEnforced) {
    return ` Gorgias will require two-factor authentication of everybody from ${day} on.`;
  }
  const required = ` Gorgias requires two-factor authentication of everybody since ${day}`;
  return ownTwoFactor === null
    ? `${required}.`
    : `${required}, with 14 days to set it up; this person has not set it up.`;
}

const PROVIDER_NAMES = new Map([
  ['google', 'Google'],
  ['office365', 'Microsoft 365'],
]);

/** Custom providers have any name. */
function nameOf(sso: string): string {
  return PROVIDER_NAMES.get(sso) ?? sso;
}

function describeRole({ gorgiasRole }: Account): string {
  return gorgiasRole === null
    ? 'an account without a role'
    : `the role ${gorgiasRole}`;
}
