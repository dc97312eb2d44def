import { gorgiasRoleTitle, Identity } from 'backstage-plugin-gorgias-common';
import { Account } from './account';

/** Nobody looks further, and cursors stay short. */
const LONGEST = 100;

/** What puts an account into each order a list can have; compared by bytes. */
export interface SortKeys {
  /** Oldest first. Of one account only, so that it settles what other keys leave open. */
  position: string;
  name: string;
  role: string;
  identity: string;
}

/** Makes the keys of an account. What is not known comes last. */
export function sortKeysOf(
  account: Pick<Account, 'id' | 'name' | 'gorgiasRole' | 'createdAt'>,
  identity: Identity,
): SortKeys {
  const { id, name, gorgiasRole, createdAt } = account;
  return {
    // Ids are numbers, and the later ones longer.
    position: `${toKey(createdAt)} ${id.padStart(20, '0')}`,
    name: toKey(name),
    role: toKey(gorgiasRole && gorgiasRoleTitle(gorgiasRole)),
    identity: toKey(`${identity.type} ${nameOf(identity)}`),
  };
}

function nameOf(identity: Identity): string {
  switch (identity.type) {
    case 'staff-member':
      return identity.displayName;
    case 'unidentified':
      return '';
    default:
      return identity.owner;
  }
}

function toKey(text: string | null): string {
  return text === null
    ? '1'
    : `0${[...withoutMarks(text)].slice(0, LONGEST).join('')}`;
}

/** So that Élise is found between Elin and Elke. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
