import { StaffMember } from '../staff/staffMember';
import { KnownAccount } from './accountsToReview';
import { assignReviewer, CurrentStaff, mayReview } from './assignReviewer';
import { isWaiting, StoredItem, StoredReview } from './review';

/** What became of the items of a review, each as it is now. */
export interface Followed {
  /** In the review from now on, or to be judged anew. */
  added: StoredItem[];
  /** What had been decided is seen done. */
  followedUp: StoredItem[];
  /** Changed in a way that the ledger need not tell. */
  refreshed: StoredItem[];
}

/**
 * Follows what became of the accounts while a review goes on: who appears is
 * added, whose role changes is judged anew, who has no access any more needs
 * no judging, and what was asked for is seen done. After a review has ended
 * only the last of these.
 */
export function followAccounts(
  review: StoredReview,
  items: readonly StoredItem[],
  accounts: readonly KnownAccount[],
  staff: {
    current: CurrentStaff;
    members: ReadonlyMap<string, StaffMember>;
  },
  now: string,
): Followed {
  const followed: Followed = { added: [], followedUp: [], refreshed: [] };
  const known = new Map(items.map(item => [item.accountId, item]));
  const assign = (item: Pick<StoredItem, 'identity'>) =>
    assignReviewer(item, review, staff.current, staff.members);
  for (const account of accounts) {
    const item = known.get(account.accountId);
    if (!item) {
      if (review.status === 'open' && account.state === 'active') {
        followed.added.push({
          ...newItem(account, 'appeared', now),
          reviewer: assign(account),
        });
      }
      continue;
    }
    const next = follow(review, item, account, now);
    if (
      isWaiting(next) &&
      next.reviewer !== null &&
      !mayReview(next.reviewer, next, staff.current)
    ) {
      next.reviewer = assign(next);
    }
    if (next.addedAt !== item.addedAt) {
      followed.added.push(next);
    } else if (next.followUp?.status !== item.followUp?.status) {
      followed.followedUp.push(next);
    } else if (JSON.stringify(next) !== JSON.stringify(item)) {
      followed.refreshed.push(next);
    }
  }
  return followed;
}

/** An account that nobody has judged yet. */
export function newItem(
  account: KnownAccount,
  addedBecause: StoredItem['addedBecause'],
  addedAt: string,
): StoredItem {
  return {
    ...account,
    reviewer: null,
    addedBecause,
    addedAt,
    decision: null,
    followUp: null,
    notMine: null,
  };
}

function follow(
  review: StoredReview,
  item: StoredItem,
  account: KnownAccount,
  now: string,
): StoredItem {
  const { state } = account;
  const done = isDone(item, account);
  if (item.followUp?.status === 'open' && done) {
    return { ...item, state, followUp: { status: 'done', doneAt: now } };
  }
  // What was signed off stays as it was judged.
  if (review.status !== 'open') {
    return item;
  }
  // It was seen done, and is so no longer.
  if (item.followUp?.status === 'done' && !done) {
    return judgedAnew(
      item,
      account,
      item.decision?.decision === 'revoke' ? 'appeared' : 'role-changed',
      now,
    );
  }
  const hasSameRole = account.gorgiasRole === item.gorgiasRole;
  if (item.decision === null) {
    return {
      ...item,
      ...account,
      ...(!hasSameRole && {
        addedBecause: 'role-changed' as const,
        addedAt: now,
      }),
    };
  }
  // A role that was asked for is what was decided, whenever it comes.
  return state !== 'active' || hasSameRole || done
    ? { ...item, state }
    : judgedAnew(item, account, 'role-changed', now);
}

function judgedAnew(
  { reviewer }: StoredItem,
  account: KnownAccount,
  because: 'appeared' | 'role-changed',
  now: string,
): StoredItem {
  return { ...newItem(account, because, now), reviewer };
}

/** Whether the account is as a decision wants it. */
function isDone(
  { decision }: StoredItem,
  { state, gorgiasRole }: KnownAccount,
): boolean {
  return (
    state !== 'active' ||
    (decision?.decision === 'change-role' &&
      gorgiasRole === decision.gorgiasRole)
  );
}
