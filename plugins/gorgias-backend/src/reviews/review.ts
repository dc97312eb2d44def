import {
  AccessReview,
  ReviewDecision,
  ReviewFollowUp,
  ReviewItem,
} from 'backstage-plugin-gorgias-common';

/** An access review as it is kept; the rest of it is counted, or depends on who asks. */
export type StoredReview = Omit<
  AccessReview,
  'overdue' | 'progress' | 'waitingForMe' | 'judgedByMe' | 'may'
> & {
  /** When it was due before anybody extended it. */
  firstDueAt: string;
};

/** An account in a review as it is kept. */
export type StoredItem = Omit<ReviewItem, 'lastDecision' | 'isMine'>;

/** Whose account it is, when that is known. */
export function staffRefOf({
  identity,
}: Pick<StoredItem, 'identity'>): string | null {
  return identity.staffRef ?? null;
}

/** What an account is called in a sentence. */
export function nameOf({
  name,
  email,
  accountId,
}: Pick<StoredItem, 'name' | 'email' | 'accountId'>): string {
  return name ?? email ?? accountId;
}

/** Whether somebody still has to judge it: who has no access any more needs no judging. */
export function isWaiting({
  decision,
  state,
}: Pick<StoredItem, 'decision' | 'state'>): boolean {
  return decision === null && state === 'active';
}

/** What a decision leaves to be done outside of Backstage. */
export function followUpOf({
  decision,
}: Pick<ReviewDecision, 'decision'>): ReviewFollowUp | null {
  return decision === 'keep' ? null : { status: 'open', doneAt: null };
}

/** Whether a review is still going on after it was due. */
export function isOverdue(
  { status, dueAt }: Pick<StoredReview, 'status' | 'dueAt'>,
  now: string,
): boolean {
  return status === 'open' && dueAt < now;
}
