import { AccountCheck, Outcome } from './types';

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
    if (account.ownTwoFactor) {
      return {
        status: 'passing',
        ground: 'Two-factor authentication is on in Gorgias.',
        facts,
      };
    }
    if (signInSettings.ssoEnforced) {
      return {
        status: 'passing',
        ground:
          'Gorgias enforces single sign-on, so there is no way in by password.',
        facts,
      };
    }
    if (account.ownTwoFactor === null) {
      return {
        status: 'unknown',
        ground:
          'Gorgias does not tell whether two-factor authentication is on.',
        remedy: 'Look at the user in Gorgias, or enforce single sign-on there.',
        facts,
      };
    }
    if (account.sso !== null && account.hasPassword !== true) {
      return {
        status: 'unknown',
        ground: `The person signs in through ${account.sso}, and Gorgias does not tell whether that asks for a second factor.`,
        remedy:
          'Enforce single sign-on in Gorgias, or turn two-factor authentication on.',
        facts,
      };
    }
    if (account.hasPassword === false) {
      return {
        status: 'unknown',
        ground:
          'The account has no password and no single sign-on that Gorgias tells of: either the invitation is still open, or the person signs in some other way.',
        remedy:
          'Look at the user in Gorgias; delete an invitation nobody took.',
        facts,
      };
    }
    if (account.kind === 'unknown') {
      return {
        status: 'unknown',
        ground: `Two-factor authentication is off, and nobody knows whether the role ${account.gorgiasRole} is a person's.`,
        remedy: 'Find out what the role is, or remove the account in Gorgias.',
        facts,
      };
    }
    return {
      status: 'failing',
      ground:
        account.sso === null
          ? 'Two-factor authentication is off in Gorgias.'
          : `The person can sign in through ${account.sso} and also by password, without two-factor authentication.`,
      remedy:
        'The person turns it on in Gorgias under Settings > Password & 2FA, or an admin enforces it for all.',
      facts,
      owner: staffMember?.entityRef ?? systemOwner,
    };
  },
};
