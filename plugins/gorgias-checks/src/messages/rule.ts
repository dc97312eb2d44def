/** An access rule, for what comes after "the access rule allows". */
export const rule = {
  both: '{{first}}, and {{second}}',
  nobody: 'nobody',
  allStaff: 'all current staff',
  members: 'members of {{groups}}',
  jobTitles: 'people with the job title {{titles}}',
  asRoles: '{{orgRole}} (as {{gorgiasRoles}})',
  withOthers: '{{names}} and {{count, number}} others',
  names: '{{count, number}} that it names',
  named: '{{subject}} (until {{until}})',
} as const;

/** Grounds and remedies of the check that access is valid. */
export const access = {
  service:
    'It is a service account, and the access rule is about people; {{owner}} answers for it.',
  bot: 'The account is a bot; the access rule is about people.',
  nobodyKnows:
    'Nobody knows whose account this is, so nobody can say whether the access rule covers it.',
  seeRole: 'See in Gorgias what role the account has, and sync again.',
  outsider: 'It is an account from outside, which has to be named.',
  nameIt:
    'Name the account in the access rule, with a ticket and an end date, or remove it in Gorgias.',
  removeOrChange:
    'Remove the account in Gorgias, or give it a role that the access rule allows, or change the access rule if the person needs access.',
  member: 'The access rule allows {{rule}}, and {{name}} is one of them.',
  memberAs:
    'The access rule allows {{rule}}, and {{name}} is one of them, as {{gorgiasRole}}.',
  named: 'The access rule names {{name}} until {{until}} ({{ticket}}).',
  namedAccount:
    'The access rule names this account until {{until}} ({{ticket}}).',
  left: '{{name}} is no longer a staff member.',
  wasNamed:
    'The access rule named {{name}} until {{until}} ({{ticket}}), which is over.',
  wasNamedAccount:
    'The access rule named this account until {{until}} ({{ticket}}), which is over.',
  notNamed: 'The access rule does not name {{name}}.',
  notNamedAccount: 'The access rule does not name this account.',
  noMember: 'The access rule allows {{rule}}, and {{name}} is not one of them.',
  roleNotTold:
    'The access rule allows {{rule}}; {{name}} is one of them, but Gorgias does not tell the role of the account.',
  otherRole:
    'The access rule allows {{rule}}; {{name}} is one of them, but the Gorgias role of the account is {{gorgiasRole}}.',
} as const;
