import { ReviewerRule } from 'backstage-plugin-gorgias-common';
import { StaffMember } from '../staff/staffMember';
import { StoredItem, StoredReview } from './review';

/** The current staff members, who alone can be asked, by their entity refs. */
export type CurrentStaff = ReadonlyMap<string, StaffMember>;

/** @returns those who have not left */
export function currentStaff(staff: readonly StaffMember[]): CurrentStaff {
  return new Map(
    staff
      .filter(({ state }) => state === 'current')
      .map(member => [member.entityRef, member]),
  );
}

/**
 * Finds who is to review an account: whom the rule names, or else the owner
 * of the review. Never the person whose account it is, nor somebody who has
 * left.
 *
 * @returns `null` when there is nobody
 */
export function assignReviewer(
  item: Pick<StoredItem, 'identity'>,
  { reviewers, owner }: Pick<StoredReview, 'reviewers' | 'owner'>,
  staff: CurrentStaff,
  members: ReadonlyMap<string, StaffMember>,
): string | null {
  return (
    [byRule(item, reviewers, members), owner].find(
      candidate => candidate !== null && mayReview(candidate, item, staff),
    ) ?? null
  );
}

/** Whether somebody can be asked about an account: a current staff member, and not about the own. */
export function mayReview(
  candidate: string,
  { identity }: Pick<StoredItem, 'identity'>,
  staff: CurrentStaff,
): boolean {
  return staff.has(candidate) && identity.staffRef !== candidate;
}

function byRule(
  { identity }: Pick<StoredItem, 'identity'>,
  rule: ReviewerRule,
  members: ReadonlyMap<string, StaffMember>,
): string | null {
  if (identity.owner !== undefined) {
    return identity.owner;
  }
  const member = identity.staffRef && members.get(identity.staffRef);
  if (!member) {
    return null;
  }
  return rule.by === 'manager'
    ? member.manager
    : rule.orgRoles.find(({ orgRole }) => member.orgRoles.includes(orgRole))
        ?.reviewer ?? null;
}
