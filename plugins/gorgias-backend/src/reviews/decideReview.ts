import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  DecideReviewRequest,
  ReviewDecision,
} from 'backstage-plugin-gorgias-common';
import { knownAccounts } from './accountsToReview';
import { currentStaff, mayReview } from './assignReviewer';
import { ReviewContext, takeItems, takeReview } from './context';
import { enterReview } from './enterReview';
import { followUpOf, nameOf, StoredItem, StoredReview } from './review';

/**
 * Keeps what a reviewer says of some accounts, the same of all or nothing.
 *
 * @throws NotAllowedError to whoever is not asked, InputError or ConflictError
 */
export async function decideReview(
  id: string,
  request: DecideReviewRequest,
  context: ReviewContext,
): Promise<void> {
  const { stores, by, now } = context;
  const comment = request.comment?.trim() || null;
  requireWords(request, comment);
  const review = await takeReview(id, context);
  const items = await asKnownNow(
    await takeItems(review, request.accountIds, context),
    context,
  );
  items.forEach(item => {
    requireMine(item, by);
    requireActive(item);
  });
  if (request.decision === 'not-mine') {
    await giveBack(review, items, comment, context);
    return;
  }
  const decision: ReviewDecision = {
    decision: request.decision,
    ...(request.decision === 'change-role' && {
      gorgiasRole: request.gorgiasRole!.trim(),
    }),
    comment,
    by,
    at: now,
  };
  items.forEach(item => requirePossible(item, decision));
  const decided = items.map(item => ({
    ...item,
    decision,
    followUp: followUpOf(decision),
  }));
  await stores.reviewItems.put(review.id, decided);
  await stores.reviews.put(review);
  await enterReview(
    stores,
    now,
    { event: 'decided', by, comment },
    review,
    decided,
  );
}

/** The owner finds somebody else; what the owner gives back is nobody's. */
async function giveBack(
  review: StoredReview,
  items: readonly StoredItem[],
  comment: string | null,
  context: ReviewContext,
): Promise<void> {
  const { stores, by, now } = context;
  const staff = await stores.staff.list();
  const current = currentStaff(staff);
  const returned = items.map(item => ({
    ...item,
    decision: null,
    followUp: null,
    reviewer:
      review.owner !== by && mayReview(review.owner, item, current)
        ? review.owner
        : null,
    notMine: { by, at: now, comment },
  }));
  await stores.reviewItems.put(review.id, returned);
  await stores.reviews.put(review);
  await enterReview(
    stores,
    now,
    { event: 'given-back', by, comment },
    review,
    returned,
  );
}

function requireWords(
  { decision, gorgiasRole }: DecideReviewRequest,
  comment: string | null,
): void {
  if (decision !== 'keep' && comment === null) {
    throw new InputError('comment: is missing; say why');
  }
  if (decision === 'change-role' && !gorgiasRole?.trim()) {
    throw new InputError(
      'gorgiasRole: is missing; name the role that the account is to have',
    );
  }
}

/** @throws NotAllowedError when somebody else is asked, or it is the own account */
function requireMine(item: StoredItem, by: string): void {
  const name = nameOf(item);
  if (item.identity.staffRef === by) {
    throw new NotAllowedError(
      `The account ${name} is your own, so somebody else has to review it`,
    );
  }
  if (item.reviewer !== by) {
    throw new NotAllowedError(
      item.reviewer === null
        ? `Nobody is asked to review the account ${name} yet; the owner of the access review can delegate it`
        : `The account ${name} is for ${item.reviewer} to review; the owner of the access review can delegate it to you`,
    );
  }
}

/** What is decided anew is decided by what is so now, not by what the first decision knew. */
async function asKnownNow(
  items: readonly StoredItem[],
  { stores, evaluator, entityRef, now }: ReviewContext,
): Promise<StoredItem[]> {
  const accounts = knownAccounts(
    await evaluator.load(stores, entityRef, now),
    await stores.verdicts.list(entityRef),
  );
  const known = new Map(accounts.map(account => [account.accountId, account]));
  return items.map(item => ({ ...item, ...known.get(item.accountId) }));
}

/** @throws ConflictError when there is nothing to decide */
function requireActive(item: StoredItem): void {
  if (item.state !== 'active') {
    const name = nameOf(item);
    throw new ConflictError(
      `The account ${name} has no access any more, so there is nothing to decide; read the review again`,
    );
  }
}

/** @throws InputError when the account is already as it is to be */
function requirePossible(item: StoredItem, decision: ReviewDecision): void {
  const name = nameOf(item);
  if (
    decision.decision === 'change-role' &&
    decision.gorgiasRole === item.gorgiasRole
  ) {
    throw new InputError(
      `gorgiasRole: the account ${name} has the role ${item.gorgiasRole} already; keep it, or name another role`,
    );
  }
}
