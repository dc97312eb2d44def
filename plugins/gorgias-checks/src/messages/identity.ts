/** Who an account is, and why. */
export const identity = {
  theirAddress: 'The e-mail address {{email}} is theirs.',
  theirPlusAlias:
    'The e-mail address {{email}} is a plus alias of {{address}}, which is theirs.',
  theirDomainAlias:
    'The e-mail address {{email}} is a domain alias of {{address}}, which is theirs.',
  theirPlusAndDomainAlias:
    'The e-mail address {{email}} is a plus and domain alias of {{address}}, which is theirs.',
  severalHave:
    '{{count, number}} staff members have the e-mail address {{email}}.',
  severalHavePlusAlias:
    '{{count, number}} staff members have an e-mail address that {{email}} is a plus alias of.',
  severalHaveDomainAlias:
    '{{count, number}} staff members have an e-mail address that {{email}} is a domain alias of.',
  severalHavePlusAndDomainAlias:
    '{{count, number}} staff members have an e-mail address that {{email}} is a plus and domain alias of.',
  wasTheirAddress: 'The e-mail address {{email}} was theirs on {{on}}.',
  wasTheirAccount:
    'This account was theirs when its e-mail address was {{email}}.',
  nowSomebodyElses:
    "This account was {{name}}'s, and its e-mail address is now somebody else's.",
  matcherSays: 'The identity matcher {{matcher}} found them: {{reason}}',
  matchersDisagree:
    'No e-mail address tells whose it is, and identity matchers name different people.',
  noAddress: 'The account has no e-mail address.',
  noStaffMemberHas: 'No staff member has the e-mail address {{email}}.',
  botNobodyHas:
    'It is a bot, and no staff member has the e-mail address {{email}}.',
  classified: '{{by}} classified it on {{on}}.',
  saidSo: '{{by}} said so on {{on}}: {{reason}}',
  saidMissing:
    '{{by}} said on {{on}} that it is the account of {{staffRef}}, who does not exist any more.',
  likeName: "The account's name, {{name}}, is like theirs.",
  addressLikeName: 'The e-mail address {{email}} is like their name.',
  haveAddress: 'They have the e-mail address {{email}}.',
  haveLeft: 'They have left.',
} as const;

/** Grounds and remedies of the check that users are identified. */
export const identified = {
  is: 'This is {{name}}.',
  'is-service-account':
    'This is a service account, said to be there for “{{purpose}}”.',
  'is-external':
    'This is the account of somebody external, said to be there for “{{purpose}}”.',
  answers: '{{owner}} answers for it.',
  ownerGone:
    'But {{owner}}, who answers for it, has left or does not exist any more.',
  sayWhoAnswers:
    'Say who answers for it now, or remove the account in Gorgias.',
  toBeReviewed: 'It has to be reviewed, since {{since}}.',
  review:
    'See whether it is still needed. Then say anew what it is, with a new date, or remove the account in Gorgias.',
  sayWhich:
    'Say which of the people named it is, or give each of them an e-mail address of their own in the catalog.',
  findOut:
    'Find out whose account this is, and say so here. Or put its e-mail address into the person’s catalog entity, or correct the address in Gorgias, or remove the account there.',
} as const;
