import {
  dueAt,
  removedAt,
  secondsToRemove,
  wasUsedAfterLeaving,
} from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from '../checks/SystemFacts';
import {
  OffboardedAccount,
  OffboardedPerson,
  Override,
  RevocationStatus,
} from 'backstage-plugin-gorgias-common';
import { etagOf } from '../etags';
import { StaffMember } from '../staff/staffMember';
import { StatedOffboarding } from '../staff/statedOffboarding';

/** What admins say of people who left, and how long removing access may take. */
export interface OffboardingTerms {
  /** That access was removed, by the entity ref of the person. */
  revocations: ReadonlyMap<string, Override>;
  offboardings: readonly StatedOffboarding[];
  revokeWithinDays: number;
}

type Facts = Pick<
  SystemFacts,
  'staff' | 'accounts' | 'identities' | 'lastLogIns' | 'now'
>;

/**
 * Everybody who left, and what became of their accounts. Those whose account
 * was used since come first, then those whose account is still active, the
 * overdue first.
 */
export function offboardedPeople(
  facts: Facts,
  terms: OffboardingTerms,
): OffboardedPerson[] {
  const stated = new Map(
    terms.offboardings.map(statement => [statement.staffRef, statement]),
  );
  return facts.staff
    .filter(({ state }) => state === 'offboarded')
    .map(member =>
      toPerson(member, accountsOf(member, facts), {
        revocation: terms.revocations.get(member.entityRef),
        stated: stated.get(member.entityRef),
        revokeWithinDays: terms.revokeWithinDays,
      }),
    )
    .sort(byUrgency(facts.now));
}

function accountsOf(member: StaffMember, facts: Facts): OffboardedAccount[] {
  return facts.accounts
    .filter(({ id }) => {
      const identity = facts.identities.get(id);
      return (
        identity?.type === 'staff-member' &&
        identity.staffRef === member.entityRef
      );
    })
    .map(account => ({
      id: account.id,
      name: account.name,
      email: account.email,
      gorgiasRole: account.gorgiasRole,
      state: account.state,
      removedAt: removedAt(account),
      lastLogInAt: facts.lastLogIns.get(account.id) ?? null,
    }))
    .sort((a, b) => a.id.length - b.id.length || compare(a.id, b.id));
}

function toPerson(
  { entityRef, displayName, offboardedAt, offboardedGround }: StaffMember,
  accounts: OffboardedAccount[],
  terms: {
    revocation: Override | undefined;
    stated: StatedOffboarding | undefined;
    revokeWithinDays: number;
  },
): OffboardedPerson {
  const { stated, revocation } = terms;
  // What was said when the person left an earlier time says nothing of this one.
  const override =
    revocation && revocation.at >= (offboardedAt ?? '')
      ? revocation
      : undefined;
  const status = statusOf(accounts, override);
  const removed = lastRemoval(accounts);
  return {
    staffRef: entityRef,
    displayName,
    offboardedAt,
    offboardedGround: offboardedGround ?? 'mark',
    ...(stated && {
      offboardedProof: { proof: stated.proof, by: stated.by, at: stated.at },
    }),
    status,
    dueAt:
      accounts.length > 0 ? dueAt(offboardedAt, terms.revokeWithinDays) : null,
    removedAt: removed,
    tookSeconds: secondsToRemove(offboardedAt, removed),
    usedAfterLeaving: accounts.some(({ lastLogInAt }) =>
      wasUsedAfterLeaving(offboardedAt, lastLogInAt),
    ),
    accounts,
    ...(override && { override }),
    etag: etagOf([
      entityRef,
      offboardedAt,
      accounts.map(({ id, state }) => [id, state]),
      revocation ?? null,
    ]),
  };
}

function statusOf(
  accounts: readonly OffboardedAccount[],
  override: Override | undefined,
): RevocationStatus {
  if (override) {
    return 'revoked';
  }
  if (accounts.length === 0) {
    return 'not-found';
  }
  return accounts.some(({ state }) => state === 'active')
    ? 'active'
    : 'revoked';
}

/** When the last account was removed; `null` as well when that is not known of one of them. */
function lastRemoval(accounts: readonly OffboardedAccount[]): string | null {
  return accounts.reduce<string | null>(
    (last, account) =>
      last === null || account.removedAt === null
        ? null
        : [last, account.removedAt].sort()[1],
    accounts.length > 0 ? '' : null,
  );
}

function byUrgency(now: string) {
  const rank = ({ usedAfterLeaving, status, dueAt: due }: OffboardedPerson) => {
    if (usedAfterLeaving) {
      return 0;
    }
    if (status !== 'active') {
      return 3;
    }
    return due !== null && due < now ? 1 : 2;
  };
  return (a: OffboardedPerson, b: OffboardedPerson) =>
    rank(a) - rank(b) ||
    compare(a.displayName.toLowerCase(), b.displayName.toLowerCase()) ||
    compare(a.staffRef, b.staffRef);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
