const TURN_ON =
  'The person turns two-factor authentication on in Gorgias under Settings > Password & 2FA';

/** Grounds and remedies of the check that MFA is enabled. */
export const mfa = {
  bot: 'The account is a bot, nobody signs in to it.',
  roleNotKnown: "But nobody knows whether the role {{role}} is a person's.",
  noRole: "But nobody knows whether an account without a role is a person's.",
  findOutRole: 'Find out what the role is, or remove the account in Gorgias.',
  on: 'Two-factor authentication is on in Gorgias.',
  notTold: 'Gorgias does not tell whether two-factor authentication is on.',
  look: 'Look at the user in Gorgias, or enforce single sign-on there.',
  enforcedSso:
    'The person signs in through {{provider}}, and Gorgias enforces single sign-on, so there is no sign-in by password.',
  enforcedWays:
    'Gorgias enforces single sign-on through {{providers}}, so there is no sign-in by password.',
  enforcedAllOff:
    'Gorgias says that single sign-on is enforced, but also that every way of it is off, so nobody can say how the person signs in.',
  enforcedNoneOn:
    'Gorgias says that single sign-on is enforced, but not that any way of it is on, so nobody can say how the person signs in.',
  lookAtSettings:
    'Look at the access settings in Gorgias, and turn the single sign-on on that people should use.',
  ssoAlone:
    'The person signs in through {{provider}}, without a password, and Gorgias does not tell whether that asks for a second factor.',
  enforce:
    'An admin enforces single sign-on in Gorgias, so that there is no other way in.',
  ssoPasswordNotTold:
    'The person signs in through {{provider}}, and Gorgias does not tell whether that asks for a second factor, nor whether there is a password besides.',
  ssoEnforcedNotTold:
    'The person signs in through {{provider}} and also has a password, without two-factor authentication. Gorgias does not tell whether it enforces single sign-on and so takes no passwords.',
  ssoAndPassword:
    'The person signs in through {{provider}}, but the way round it is open: single sign-on is not enforced, and there is also a password, without two-factor authentication.',
  turnOnOrNoPasswords: `${TURN_ON}, or an admin enforces single sign-on there, which turns passwords off.`,
  noWayIn:
    'The account has no password and no single sign-on that Gorgias tells of: either the invitation is still open, or the person signs in some other way.',
  lookForInvitation:
    'Look at the user in Gorgias; delete an invitation nobody took.',
  passwordNotTold:
    'Two-factor authentication is off in Gorgias, which does not tell whether the person has a password at all: it may be an open invitation, or somebody who signs in some other way.',
  turnOnOrDelete: `${TURN_ON}; delete an invitation nobody took.`,
  offEnforcedNotTold:
    'Two-factor authentication is off in Gorgias, which does not tell whether it enforces single sign-on and so takes no passwords.',
  turnOnOrEnforce: `${TURN_ON}, or an admin enforces single sign-on there.`,
  offAndPassword:
    'Two-factor authentication is off in Gorgias, and the person signs in by password.',
  turnOn: `${TURN_ON}.`,
  turnOnOrRequire: `${TURN_ON}, or an admin requires it of everybody there.`,
  willBeRequired:
    'Gorgias will require two-factor authentication of everybody from {{day}} on.',
  required:
    'Gorgias requires two-factor authentication of everybody since {{day}}.',
  requiredNotSetUp:
    'Gorgias requires two-factor authentication of everybody since {{day}}, with 14 days to set it up; this person has not set it up.',
} as const;
