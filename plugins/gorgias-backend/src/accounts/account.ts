import { AccountKind, AccountState } from 'backstage-plugin-gorgias-common';
import { GorgiasUser } from '../gorgias/schemas';

/** What Gorgias tells of one of its users, in our words. Times are ISO 8601 in UTC. */
export interface AccountFacts {
  id: string;
  state: Exclude<AccountState, 'gone'>;
  kind: AccountKind;
  email: string | null;
  name: string | null;
  gorgiasRole: string | null;
  ownTwoFactor: boolean | null;
  hasPassword: boolean | null;
  sso: string | null;
  createdAt: string | null;
  deactivatedAt: string | null;
}

/** An account as it is kept: the facts, and what we saw of it over time. */
export interface Account extends Omit<AccountFacts, 'state'> {
  state: AccountState;
  firstSeenAt: string;
  lastSeenAt: string;
  /** When the first complete read without it began. */
  goneAt: string | null;
}

const HUMAN_ROLES = new Set([
  'admin',
  'agent',
  'basic-agent',
  'lite-agent',
  'observer-agent',
]);
const BOT_ROLES = new Set(['bot', 'internal-agent']);

/** Puts a user of Gorgias into our words. */
export function toAccountFacts(user: GorgiasUser): AccountFacts {
  const gorgiasRole = user.role?.name ?? null;
  return {
    id: String(user.id),
    state:
      user.active === false || user.deactivated_datetime !== null
        ? 'deactivated'
        : 'active',
    kind: kindOf(gorgiasRole, user.client_id),
    email: user.email?.trim() || null,
    name: user.name?.trim() || null,
    gorgiasRole,
    ownTwoFactor: user.has_2fa_enabled,
    hasPassword: user.has_password,
    sso: user.meta?.sso?.trim() || null,
    createdAt: user.created_datetime,
    deactivatedAt: user.deactivated_datetime,
  };
}

/** No document lists all roles, so one that is not known says nothing about the kind. */
function kindOf(role: string | null, clientId: string | null): AccountKind {
  if (clientId !== null || (role !== null && BOT_ROLES.has(role))) {
    return 'bot';
  }
  return role !== null && HUMAN_ROLES.has(role) ? 'human' : 'unknown';
}
