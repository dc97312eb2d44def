import {
  annotated,
  approved,
  asked,
  atGorgias,
  days,
  deleted,
  emailed,
  excepted,
  Expected,
  inCatalog,
  invited,
  joined,
  loggedIn,
  movedTo,
  offboarded,
  refused,
  rule,
  said,
  settings,
  Step,
  sync,
  vanished,
  wait,
} from './situation';

/** Something that happens in a company, and what has to be judged then. */
export interface Scenario {
  situation: string;
  steps: Step[];
  expected: Expected[];
}

const row = (
  situation: string,
  steps: Step[],
  ...expected: Expected[]
): Scenario => ({ situation, steps, expected });

const SUPPORT = 'group:default/support';
const IT = 'group:default/it';
const NEXT_WEEK = '2026-12-01T09:00:00.000Z';
const NEXT_YEAR = '2027-11-01T00:00:00.000Z';

const serviceAccount = {
  type: 'service-account' as const,
  owner: SUPPORT,
  purpose: 'Answers returns',
  reviewAt: '2027-03-01T00:00:00.000Z',
};
const contractor = {
  type: 'external' as const,
  owner: 'user:default/maya.ortiz',
  purpose: 'Helps out at Christmas',
  reviewAt: '2027-01-15T00:00:00.000Z',
};

/** Who an account is. */
const IDENTITY: Scenario[] = [
  row(
    'an address in upper case is the same address',
    [],
    ['Linh Tran', 'who', 'passing', /Linh Tran/],
  ),
  row(
    'a plus alias is another address, where nothing is configured',
    [],
    ['Diego Fuentes', 'who', 'failing', /No staff member has/],
    ['Diego Fuentes', 'valid', 'unknown', /Nobody knows whose/],
  ),
  row(
    'a former address of a person is still theirs',
    [
      inCatalog('diego.fuentes', entity => ({
        ...entity,
        spec: {
          ...entity.spec,
          profile: {
            ...(entity.spec as any).profile,
            formerEmail: 'diego.fuentes+support@acme.example',
          },
        },
      })),
      sync,
    ],
    ['Diego Fuentes', 'who', 'passing', /Diego Fuentes/],
    ['Diego Fuentes', 'valid', 'passing', /is one of them|support/],
  ),
  row(
    'an address of a domain that is an alias is theirs',
    [invited('Noor Haddad', 'noor.haddad@acme.co.example'), sync],
    ['Noor Haddad', 'who', 'passing', /Noor Haddad/],
  ),
  row(
    'a look-alike letter is another address',
    [
      // With a Cyrillic о.
      emailed('noor.haddad', 'n\u043eor.haddad@acme.example'),
      invited('Noor Haddad', 'noor.haddad@acme.example'),
      sync,
    ],
    ['Noor Haddad', 'who', 'failing', /No staff member has/],
  ),
  row(
    'a letter in full width is the same letter',
    [
      emailed('noor.haddad', '\uff4eoor.haddad@acme.example'),
      invited('Noor Haddad', 'noor.haddad@acme.example'),
      sync,
    ],
    ['Noor Haddad', 'who', 'passing', /Noor Haddad/],
  ),
  row(
    'marriage: name and address change at Gorgias, not yet in the catalog',
    [
      atGorgias('Amara Okafor', {
        name: 'Amara Nwosu',
        email: 'amara.nwosu@acme.example',
      }),
      sync,
    ],
    ['Amara Okafor', 'who', 'passing', /amara\.okafor@acme\.example/],
    ['Amara Okafor', 'valid', 'passing', /support/],
  ),
  row(
    'marriage: the address changes in the catalog, not yet at Gorgias',
    [emailed('amara.okafor', 'amara.nwosu@acme.example'), sync],
    ['Amara Okafor', 'who', 'passing', /theirs/],
    ['Amara Okafor', 'left', 'passing', /current staff member/],
  ),
  row(
    'two people with one address: nobody is guessed',
    [joined('sam.other', 'sam.rivers@acme.example', 'finance'), sync],
    ['Sam Rivers', 'who', 'failing', /sam\.rivers@acme\.example/],
    ['Sam Rivers', 'valid', 'unknown', /Nobody knows whose/],
  ),
  row(
    'two people with one address, and the owner says which',
    [
      joined('sam.other', 'sam.rivers@acme.example', 'finance'),
      sync,
      said(['Sam Rivers'], {
        type: 'staff-member',
        staffRef: 'user:default/sam.rivers',
        reason: 'Sits next to me',
      }),
    ],
    ['Sam Rivers', 'who', 'passing', /Sam Rivers/],
    ['Sam Rivers', 'valid', 'passing', /support/],
  ),
  row(
    'one person with two accounts has both',
    [
      invited('Sam Night', 'sam.night@acme.example'),
      sync,
      said(['Sam Night'], {
        type: 'staff-member',
        staffRef: 'user:default/sam.rivers',
        reason: 'For night shifts',
      }),
    ],
    ['Sam Rivers', 'who', 'passing', /Sam Rivers/],
    ['Sam Night', 'who', 'passing', /Sam Rivers/],
    ['Sam Night', 'valid', 'passing', /support/],
  ),
  row(
    'a shared mailbox is nobody’s until somebody answers for it',
    [invited('Returns desk', 'returns@acme.example'), sync],
    ['Returns desk', 'who', 'failing', /No staff member has/],
    ['Returns desk', 'left', 'unknown', /Nobody knows whose/],
  ),
  row(
    'a shared mailbox with an owner is a service account',
    [
      invited('Returns desk', 'returns@acme.example'),
      sync,
      said(['Returns desk'], serviceAccount),
    ],
    ['Returns desk', 'who', 'passing', /Answers returns|service account/],
    ['Returns desk', 'left', 'not-applicable', /answers for it|service/],
    ['Returns desk', 'valid', 'not-applicable', /answers for it|people/],
  ),
  row(
    'bots are classified together',
    [said(['Acme Bot', 'Returns Automation'], serviceAccount)],
    ['Acme Bot', 'who', 'passing', /service account|Answers returns/],
    ['Returns Automation', 'who', 'passing', /service account|Answers/],
    ['Acme Bot', 'mfa', 'not-applicable', /bot/],
  ),
  row(
    'a classification is due for review',
    [
      said(['Acme Bot'], { ...serviceAccount, reviewAt: NEXT_WEEK }),
      wait({ hours: 24 * 7 }),
      sync,
    ],
    ['Acme Bot', 'who', 'failing', /review/],
  ),
  row(
    'a classification is not due a moment before its review',
    [said(['Acme Bot'], { ...serviceAccount, reviewAt: NEXT_WEEK }), days(6)],
    ['Acme Bot', 'who', 'passing', /service account|Answers returns/],
  ),
  row(
    'the owner of a service account leaves',
    [
      said(['Acme Bot'], {
        ...serviceAccount,
        owner: 'user:default/jonas.weiss',
      }),
      vanished('jonas.weiss'),
      sync,
    ],
    ['Acme Bot', 'who', 'failing', /jonas\.weiss|Jonas Weiss/],
  ),
  row(
    'a contractor has an owner, and no rule that names them',
    [said(['Robin Achterberg'], contractor)],
    ['Robin Achterberg', 'who', 'passing', /Christmas|external/],
    ['Robin Achterberg', 'left', 'not-applicable', /external|answers for it/],
    ['Robin Achterberg', 'valid', 'failing', /./],
    ['Robin Achterberg', 'mfa', 'failing', /off/],
  ),
  row(
    'a manual link outweighs an address',
    [
      said(['Elena Popescu'], {
        type: 'staff-member',
        staffRef: 'user:default/maya.ortiz',
        reason: 'Uses the account for the helpdesk',
      }),
    ],
    ['Elena Popescu', 'who', 'passing', /Maya Ortiz/],
    ['Elena Popescu', 'valid', 'passing', /support/],
  ),
  row(
    'what was said is taken back',
    [
      said(['Acme Bot'], serviceAccount),
      said(['Acme Bot'], { type: 'automatic' }),
    ],
    ['Acme Bot', 'who', 'failing', /bot/],
  ),
  row(
    'the person an account was linked to is no longer known by an address',
    [
      said(['Robin Achterberg'], {
        type: 'staff-member',
        staffRef: 'user:default/noor.haddad',
        reason: 'Private address',
      }),
      vanished('noor.haddad'),
      sync,
    ],
    ['Robin Achterberg', 'who', 'passing', /Noor Haddad/],
    ['Robin Achterberg', 'left', 'failing', /no longer in the catalog/],
  ),
];

/** Who has left, and came back. */
const STAFF: Scenario[] = [
  row(
    'somebody left whose account is still active',
    [],
    ['Tomasz Kowalski', 'left', 'failing', /2026-10-30/],
    ['Tomasz Kowalski', 'valid', 'failing', /no longer a staff member/],
  ),
  row(
    'the account of somebody who left is deleted',
    [deleted('Tomasz Kowalski'), sync],
    ['Tomasz Kowalski', 'left', 'passing', /access was removed/],
    ['Tomasz Kowalski', 'valid', 'not-applicable', /not active/],
  ),
  row(
    'the account of somebody who left is deactivated',
    [atGorgias('Tomasz Kowalski', { active: false }), sync],
    ['Tomasz Kowalski', 'left', 'passing', /access was removed/],
  ),
  row(
    'a leaver’s address becomes a placeholder',
    [atGorgias('Tomasz Kowalski', { email: 'former-7@acme.example' }), sync],
    ['Tomasz Kowalski', 'who', 'passing', /tomasz\.kowalski@acme\.example/],
    ['Tomasz Kowalski', 'left', 'failing', /still active/],
  ),
  row(
    'a leaver’s account is deleted and invited again',
    [
      deleted('Tomasz Kowalski'),
      sync,
      invited('Tomasz again', 'tomasz.kowalski@acme.example'),
      sync,
    ],
    ['Tomasz again', 'left', 'failing', /still active/],
  ),
  row(
    'somebody logs in after leaving',
    [loggedIn('Tomasz Kowalski'), sync],
    ['Tomasz Kowalski', 'left', 'failing', /logged in|log-in/i],
  ),
  row(
    'somebody vanishes from the catalog',
    [vanished('aisha.rahman'), sync],
    ['Aisha Rahman', 'left', 'failing', /no longer in the catalog/],
    ['Aisha Rahman', 'valid', 'failing', /no longer a staff member/],
  ),
  row(
    'somebody vanishes and comes back',
    [
      vanished('aisha.rahman'),
      sync,
      joined('aisha.rahman', 'aisha.rahman@acme.example', 'support'),
      sync,
    ],
    ['Aisha Rahman', 'left', 'passing', /current staff member/],
    ['Aisha Rahman', 'valid', 'passing', /support/],
  ),
  row(
    're-hire: a mark is taken away',
    [
      annotated('tomasz.kowalski', {
        'acme.example/offboarded-on': '2099-01-01',
      }),
      sync,
    ],
    ['Tomasz Kowalski', 'left', 'passing', /current staff member/],
    ['Tomasz Kowalski', 'valid', 'passing', /support/],
  ),
  row(
    'a mark that lies ahead does not count yet',
    [
      annotated('sam.rivers', { 'acme.example/offboarded-on': '2026-12-31' }),
      sync,
    ],
    ['Sam Rivers', 'left', 'passing', /current staff member/],
  ),
  row(
    'a mark counts from its day on',
    [
      annotated('sam.rivers', { 'acme.example/offboarded-on': '2026-11-26' }),
      days(1),
      days(1),
    ],
    ['Sam Rivers', 'left', 'failing', /2026-11-26/],
  ),
  row(
    'a mark with a time zone counts from that instant, before',
    [
      annotated('sam.rivers', {
        'acme.example/offboarded-on': '2026-11-24T04:30:00-05:00',
      }),
      sync,
    ],
    ['Sam Rivers', 'left', 'passing', /current staff member/],
  ),
  row(
    'a mark with a time zone counts from that instant, after',
    [
      annotated('sam.rivers', {
        'acme.example/offboarded-on': '2026-11-24T04:30:00-05:00',
      }),
      wait({ minutes: 31 }),
      sync,
    ],
    ['Sam Rivers', 'left', 'failing', /2026-11-24/],
  ),
  row(
    'a mark in the hour that summer time skips is an instant all the same',
    [
      annotated('sam.rivers', {
        'acme.example/offboarded-on': '2026-03-29T02:30:00+01:00',
      }),
      sync,
    ],
    ['Sam Rivers', 'left', 'failing', /2026-03-29/],
  ),
  row(
    'a mark that is no date still says that somebody left',
    [annotated('sam.rivers', { 'acme.example/offboarded-on': 'yes' }), sync],
    ['Sam Rivers', 'left', 'failing', /still active/],
  ),
  row(
    'the catalog calls a user an orphan',
    [annotated('sam.rivers', { 'backstage.io/orphan': 'true' }), sync],
    ['Sam Rivers', 'left', 'failing', /orphan/],
  ),
  row(
    'an admin says that somebody has left',
    [offboarded('user:default/sam.rivers', '2026-11-20T17:00:00.000Z')],
    ['Sam Rivers', 'left', 'failing', /2026-11-20/],
    ['Sam Rivers', 'valid', 'failing', /no longer a staff member/],
  ),
  row(
    'what an admin said stays although the catalog knows the person',
    [
      offboarded('user:default/sam.rivers', '2026-11-20T17:00:00.000Z'),
      days(1),
    ],
    ['Sam Rivers', 'left', 'failing', /2026-11-20/],
  ),
  row(
    'a few people leave at once, which is no mass change',
    [vanished('aisha.rahman'), vanished('luca.moretti'), sync],
    ['Aisha Rahman', 'left', 'failing', /no longer in the catalog/],
    ['Luca Moretti', 'left', 'failing', /no longer in the catalog/],
  ),
];

/** Who may use Gorgias. */
const RULES: Scenario[] = [
  row(
    'all current staff may',
    [rule({ type: 'all-staff' })],
    ['Elena Popescu', 'valid', 'passing', /all current staff/],
    ['Tomasz Kowalski', 'valid', 'failing', /no longer a staff member/],
  ),
  row(
    'members of child groups belong to a group',
    [],
    ['Luca Moretti', 'valid', 'passing', /support/],
  ),
  row(
    'members of another group may not',
    [],
    ['Elena Popescu', 'valid', 'failing', /./],
  ),
  row(
    'somebody joins the group',
    [movedTo('elena.popescu', 'support'), sync],
    ['Elena Popescu', 'valid', 'passing', /support/],
  ),
  row(
    'somebody leaves the group',
    [movedTo('luca.moretti', 'finance'), sync],
    ['Luca Moretti', 'valid', 'failing', /./],
  ),
  row(
    'a group is renamed: the rule names one that is gone',
    [
      inCatalog('support', entity => ({
        ...entity,
        metadata: { ...entity.metadata, name: 'customer-care' },
      })),
      sync,
    ],
    ['Elena Popescu', 'valid', 'failing', /./],
  ),
  row(
    'a group that the rule names is deleted: its people are not covered by it',
    [
      rule({ type: 'org-roles', orgRoles: ['group:default/finance'] }),
      inCatalog('finance', () => undefined),
      movedTo('elena.popescu', 'acme'),
      sync,
    ],
    ['Elena Popescu', 'valid', 'failing', /./],
  ),
  row(
    'support may be agents, only IT may be admin: an admin of support',
    [
      rule({
        type: 'org-roles',
        orgRoles: [SUPPORT, IT],
        gorgiasRoles: {
          [SUPPORT]: ['agent', 'basic-agent', 'lite-agent', 'observer-agent'],
          [IT]: ['admin'],
        },
      }),
    ],
    ['Maya Ortiz', 'valid', 'failing', /Admin/],
    ['Sam Rivers', 'valid', 'passing', /./],
    ['Ivy Nakamura', 'valid', 'passing', /./],
    ['Omar Farouk', 'valid', 'failing', /Observer/],
  ),
  row(
    'a role grows beyond what the rule allows',
    [
      rule({
        type: 'org-roles',
        orgRoles: [SUPPORT],
        gorgiasRoles: { [SUPPORT]: ['basic-agent', 'agent'] },
      }),
      atGorgias('Sam Rivers', { role: 'admin' }),
      sync,
    ],
    ['Sam Rivers', 'valid', 'failing', /Admin/],
  ),
  row(
    'a job title is an org role',
    [
      inCatalog('elena.popescu', entity => ({
        ...entity,
        spec: {
          ...entity.spec,
          profile: {
            ...(entity.spec as any).profile,
            jobTitle: 'Refund Specialist',
          },
        },
      })),
      sync,
      rule({ type: 'org-roles', orgRoles: ['title:refund specialist'] }),
    ],
    ['Elena Popescu', 'valid', 'passing', /./],
    ['Luca Moretti', 'valid', 'failing', /./],
  ),
  row(
    'somebody is named until a date',
    [
      rule({
        type: 'org-roles',
        orgRoles: [SUPPORT],
        people: [
          {
            subject: 'user:default/elena.popescu',
            ticket: 'SEC-1',
            until: NEXT_WEEK,
          },
        ],
      }),
    ],
    ['Elena Popescu', 'valid', 'passing', /./],
  ),
  row(
    'the date of somebody who was named is over',
    [
      rule({
        type: 'org-roles',
        orgRoles: [SUPPORT],
        people: [
          {
            subject: 'user:default/elena.popescu',
            ticket: 'SEC-1',
            until: NEXT_WEEK,
          },
        ],
      }),
      wait({ hours: 24 * 7 }),
      sync,
    ],
    ['Elena Popescu', 'valid', 'failing', /2026-12-01|1 Dec|over/],
  ),
  row(
    'somebody who was named has left',
    [
      rule({
        type: 'named-people',
        people: [
          {
            subject: 'user:default/aisha.rahman',
            ticket: 'SEC-2',
            until: NEXT_WEEK,
          },
        ],
      }),
      vanished('aisha.rahman'),
      sync,
    ],
    ['Aisha Rahman', 'valid', 'failing', /no longer a staff member/],
  ),
  row(
    'an external is named by the account',
    [
      said(['Robin Achterberg'], contractor),
      rule({
        type: 'org-roles',
        orgRoles: [SUPPORT],
        people: [
          { subject: 'account:451338620', ticket: 'SEC-3', until: NEXT_WEEK },
        ],
      }),
    ],
    ['Robin Achterberg', 'valid', 'passing', /./],
  ),
];

/** Whose sign-in is protected. */
const MFA: Scenario[] = [
  row(
    'two-factor authentication is off',
    [],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'it is turned on',
    [atGorgias('Sam Rivers', { has_2fa_enabled: true }), sync],
    ['Sam Rivers', 'mfa', 'passing', /on/],
  ),
  row(
    'single sign-on, and a password goes round it',
    [],
    ['Priya Venkatesan', 'mfa', 'failing', /password/],
  ),
  row(
    'single sign-on is enforced',
    [settings({ sso_enforced_datetime: '2026-11-01T00:00:00' }), sync],
    ['Priya Venkatesan', 'mfa', 'passing', /enforces single sign-on/],
    ['Sam Rivers', 'mfa', 'passing', /enforces single sign-on/],
  ),
  row(
    'single sign-on will be enforced, and is not yet',
    [settings({ sso_enforced_datetime: '2026-12-24T00:00:00' }), sync],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'a second factor is required of everybody, and one has none yet',
    [settings({ two_fa_enforced_datetime: '2026-11-01T00:00:00' }), sync],
    ['Sam Rivers', 'mfa', 'failing', /requires/],
  ),
  row(
    'Gorgias does not tell',
    [],
    ['Kofi Mensah', 'mfa', 'unknown', /does not tell/],
  ),
];

/** What is tolerated for a while. */
const EXCEPTIONS: Scenario[] = [
  row(
    'an exception that somebody else approved',
    [excepted('Sam Rivers', 'mfa', NEXT_WEEK)],
    ['Sam Rivers', 'mfa', 'exempt', /off/],
  ),
  row(
    'an exception that nobody has approved',
    [asked('Sam Rivers', 'mfa', NEXT_WEEK)],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'who asks may not approve',
    [asked('Sam Rivers', 'mfa', NEXT_WEEK), refused(approved('owner'), 403)],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'an exception for longer than a year',
    [refused(asked('Sam Rivers', 'mfa', '2028-01-01T00:00:00.000Z'), 400)],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'an exception lapses on its date',
    [excepted('Sam Rivers', 'mfa', NEXT_WEEK), wait({ hours: 24 * 7 }), sync],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'an exception lapses when the role grows',
    [
      excepted('Elena Popescu', 'valid', NEXT_YEAR),
      atGorgias('Elena Popescu', { role: 'admin' }),
      sync,
    ],
    ['Elena Popescu', 'valid', 'failing', /./],
  ),
  row(
    'an exception stays when the role shrinks',
    [
      excepted('Greta Jansen', 'valid', NEXT_YEAR),
      atGorgias('Greta Jansen', { role: 'lite-agent' }),
      sync,
    ],
    ['Greta Jansen', 'valid', 'exempt', /./],
  ),
  row(
    'an exception lapses when the person leaves',
    [excepted('Sam Rivers', 'mfa', NEXT_YEAR), vanished('sam.rivers'), sync],
    ['Sam Rivers', 'mfa', 'failing', /off/],
  ),
  row(
    'an exception does not hide that nobody knows',
    [
      excepted('Sam Rivers', 'mfa', NEXT_YEAR),
      atGorgias('Sam Rivers', { has_2fa_enabled: null }),
      sync,
    ],
    ['Sam Rivers', 'mfa', 'unknown', /does not tell/],
  ),
  row(
    'an exception is no longer needed',
    [
      excepted('Sam Rivers', 'mfa', NEXT_YEAR),
      atGorgias('Sam Rivers', { has_2fa_enabled: true }),
      sync,
    ],
    ['Sam Rivers', 'mfa', 'passing', /on/],
  ),
  row(
    'stale facts under an exception are stale',
    [excepted('Sam Rivers', 'mfa', NEXT_YEAR), wait({ hours: 3 })],
    ['Sam Rivers', 'mfa', 'stale', /has not been read/],
  ),
];

/** Every row, by hand. */
export const SCENARIOS: Scenario[] = [
  ...IDENTITY,
  ...STAFF,
  ...RULES,
  ...MFA,
  ...EXCEPTIONS,
];
