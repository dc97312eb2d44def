import type { AccountSeed } from './seed';
import { toGorgiasDatetime } from './datetime';

const USERS = 250;
const FIRST_ID = 480300100;
const FIRST_DAY = Date.parse('2021-01-04T08:00:00Z');
const SEVEN_HOURS = 7 * 60 * 60 * 1000;
const FIRST_NAMES = [
  'Ada',
  'Bilal',
  'Carmen',
  'Dara',
  'Emre',
  'Farah',
  'Goran',
];
const LAST_NAMES = ['Abe', 'Berg', 'Castro', 'Diallo', 'Evans', 'Ferrari'];
const ROLES = ['basic-agent', 'lite-agent', 'agent', 'observer-agent'];

/** An account with enough users to need several pages, the same every time. */
export function largeAccount(): AccountSeed {
  return {
    subdomain: 'acme-large',
    created_datetime: toGorgiasDatetime(new Date(FIRST_DAY)),
    plan: 'pro',
    apiKey: 'acme-large-api-key',
    settings: [
      {
        id: 168002,
        type: 'access',
        data: { signup_mode: 'invite', google_sso_enabled: true },
      },
    ],
    users: Array.from({ length: USERS }, (_, index) => largeUser(index)),
  };
}

function largeUser(index: number): AccountSeed['users'][number] {
  const firstname = FIRST_NAMES[index % FIRST_NAMES.length];
  const lastname = `${LAST_NAMES[index % LAST_NAMES.length]} ${index + 1}`;
  return {
    id: FIRST_ID + index * 17,
    created_datetime: toGorgiasDatetime(
      new Date(FIRST_DAY + index * SEVEN_HOURS),
      index,
    ),
    email: `agent-${String(index + 1).padStart(3, '0')}@acme-large.example`,
    firstname,
    lastname,
    name: `${firstname} ${lastname}`,
    role: { name: index === 0 ? 'admin' : ROLES[index % ROLES.length] },
    has_password: true,
    has_2fa_enabled: index % 3 !== 1,
    meta: { sso: null, profile_picture_url: null },
  };
}
