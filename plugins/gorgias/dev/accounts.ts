import { Entity } from '@backstage/catalog-model';
import {
  AccountRow,
  VerdictStatus,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import {
  accountRow,
  minutesAgo,
  unidentifiedAccount,
  verdict,
} from '../src/__testUtils__/fixtures';

const NAMES = [
  ...['Ada Okafor', 'Ben Carter', 'Chloé Martin', 'Daan de Vries'],
  ...['Elif Yılmaz', 'Femi Adeyemi', 'Greta Lindqvist', 'Hana Kobayashi'],
  ...['Ivy Nakamura', 'Jonas Weber', 'Kavya Rao', 'Liam O’Brien'],
  ...['Maya Ortiz', 'Noor Haddad', 'Olu Balogun', 'Priya Shah'],
  ...['Quentin Dubois', 'Rosa Jiménez', 'Sam Rivers', 'Tove Nilsen'],
  'Maximiliane von Schwarzenberg-Hohenlohe',
];
const ROLES = ['agent', 'basic-agent', 'basic-agent', 'observer-agent'];
const DAY_MINUTES = 24 * 60;

function emailOf(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .match(/[a-z]+/g)!;
  return `${words[0]}.${words[words.length - 1]}@acme.example`;
}

function userNameOf(name: string): string {
  return emailOf(name).split('@')[0];
}

/** The people whose accounts these are, to be picked. */
export const devUsers: Entity[] = NAMES.map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: userNameOf(name), namespace: 'default' },
  spec: {
    profile: { displayName: name, email: emailOf(name) },
    memberOf: [],
  },
}));

/** Accounts as a company has them: most are in order, each check fails for some. */
export function devAccounts(): AccountRow[] {
  const people = NAMES.map((name, index) => {
    const mfa: VerdictStatus = index % 9 === 4 ? 'failing' : 'passing';
    const valid: VerdictStatus = index % 8 === 6 ? 'failing' : 'passing';
    return accountRow({
      id: String(100 + index),
      name,
      email: emailOf(name),
      gorgiasRole: index === 8 ? 'admin' : ROLES[index % ROLES.length],
      ownTwoFactor: mfa === 'passing',
      createdAt: minutesAgo((20 + index * 17) * DAY_MINUTES),
      lastLogInAt: minutesAgo(30 + index * 311),
      orgRoles: [
        index % 5 === 3 ? 'group:default/finance' : 'group:default/support',
      ],
      identity: {
        type: 'staff-member',
        staffRef: `user:default/${userNameOf(name)}`,
        displayName: name,
        staffState: 'current',
        ground: 'The e-mail address is the same.',
      },
      status: worstStatus([mfa, valid]),
      verdicts: [
        verdict('user-identified'),
        verdict('offboarded-access-removed'),
        verdict('mfa-enabled', {
          status: mfa,
          ...(mfa === 'failing' && {
            ground: `${name} can log in with a password alone.`,
            remedy: 'Turn on two-factor authentication in Gorgias.',
            dueAt: minutesAgo(-5 * DAY_MINUTES),
          }),
        }),
        verdict('access-valid', {
          status: valid,
          ...(valid === 'failing' && {
            ground: 'The access rule covers Customer Support, not Finance.',
            remedy: 'Remove the account, or widen the access rule.',
            dueAt: minutesAgo(-3 * DAY_MINUTES),
          }),
        }),
      ],
    });
  });
  return [...people, unidentifiedAccount()];
}
