import { AccessRuleSpec } from 'backstage-plugin-gorgias-checks';
import { GorgiasUser } from '../../plugins/gorgias-backend/src/gorgias/schemas';
import { StaffMember } from '../../plugins/gorgias-backend/src/staff/staffMember';

/** How large an organisation is. */
export interface Size {
  accounts: number;
  staff: number;
  groups: number;
}

/** The size that figures are about where they say nothing else. */
export const LARGE: Size = { accounts: 10_000, staff: 2_000, groups: 200 };

/** The same organisation at another number of accounts. */
export function ofSize(accounts: number): Size {
  return {
    accounts,
    staff: Math.ceil(accounts / 5),
    groups: Math.ceil(accounts / 50),
  };
}

const DEPTH = 6;
const ROLES = ['basic-agent', 'lite-agent', 'agent', 'observer-agent'];
const SINCE = '2024-01-01T00:00:00.000Z';

/** Groups in trees that are six levels deep, by name. */
function groupNames({ groups }: Size): string[] {
  return Array.from(
    { length: groups },
    (_, index) => `group:default/g${index}`,
  );
}

/** A group with those above it: each level has the one before it as its parent. */
function withAncestors(group: number): string[] {
  const level = group % DEPTH;
  return Array.from(
    { length: level + 1 },
    (_, up) => `group:default/g${group - up}`,
  );
}

/** The people: most are current, one of a hundred has left, and each is in two groups. */
export function staffOf(size: Size): StaffMember[] {
  return Array.from({ length: size.staff }, (_, index) => {
    const groups = [index % size.groups, (index * 7 + 3) % size.groups];
    const left = index % 100 === 99;
    return {
      entityRef: `user:default/p${index}`,
      uid: `uid-${index}`,
      displayName: `Person ${index}`,
      emails: [`p${index}@acme.example`],
      orgRoles: [...new Set(groups.flatMap(withAncestors)), 'title:agent'],
      groups: [...new Set(groups)].map(group => `group:default/g${group}`),
      manager: index === 0 ? null : `user:default/p${Math.floor(index / 10)}`,
      state: left ? 'offboarded' : 'current',
      offboardedAt: left ? '2026-01-01T00:00:00.000Z' : null,
      offboardedGround: left ? 'mark' : null,
      rehiredAt: null,
      firstSeenAt: SINCE,
      lastSeenAt: SINCE,
    };
  });
}

/** Every org role there is. */
export function orgRolesOf(size: Size): string[] {
  return [...groupNames(size), 'title:agent'];
}

/** One of twenty groups, with those below them, may use Gorgias, the first with some roles only. */
export function ruleOf(size: Size): AccessRuleSpec {
  const orgRoles = groupNames(size).filter((_, index) => index % 20 === 0);
  return {
    type: 'org-roles',
    orgRoles,
    gorgiasRoles: { [orgRoles[0]]: ['agent', 'admin'] },
  };
}

/** Users of Gorgias: one of twenty is nobody's, one of thirty has no second factor. */
export function usersOf(size: Size): GorgiasUser[] {
  return Array.from({ length: size.accounts }, (_, index) => ({
    id: 500_000_000 + index,
    active: true,
    client_id: null,
    created_datetime: new Date(Date.parse(SINCE) + index * 1000).toISOString(),
    deactivated_datetime: null,
    email:
      index % 20 === 19
        ? `stranger${index}@elsewhere.example`
        : `p${index % size.staff}@acme.example`,
    name: `Account ${index}`,
    role: { name: index === 0 ? 'admin' : ROLES[index % ROLES.length] },
    has_password: true,
    has_2fa_enabled: index % 30 !== 29,
    meta: { sso: null },
  }));
}
