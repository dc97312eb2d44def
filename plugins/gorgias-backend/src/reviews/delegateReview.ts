import { ConflictError, InputError } from '@backstage/errors';
import { DelegateReviewRequest } from 'backstage-plugin-gorgias-common';
import { currentStaff, mayReview } from './assignReviewer';
import {
  requireManager,
  ReviewContext,
  takeItems,
  takeReview,
} from './context';
import { enterReview } from './enterReview';
import { nameOf } from './review';
import { readPerson } from './terms';

/**
 * Asks somebody else about some accounts. Who is asked may pass on what is
 * theirs; the owner and who manages reviews, everything.
 *
 * @throws NotAllowedError, InputError or ConflictError
 */
export async function delegateReview(
  id: string,
  request: DelegateReviewRequest,
  { mayManage, ...context }: ReviewContext & { mayManage: boolean },
): Promise<void> {
  const { stores, by, now } = context;
  const comment = request.comment?.trim() || null;
  const review = await takeReview(id, context);
  const items = await takeItems(review, request.accountIds, context);
  if (items.some(({ reviewer }) => reviewer !== by)) {
    requireManager(review, { by, mayManage });
  }
  const staff = currentStaff(await stores.staff.list());
  const to = readPerson('to', request.to, staff);
  for (const item of items) {
    const name = nameOf(item);
    if (!mayReview(to, item, staff)) {
      throw new InputError(
        `to: the account ${name} is ${to}'s own, so somebody else has to review it`,
      );
    }
    if (item.decision !== null) {
      throw new ConflictError(
        `accountIds: ${item.decision.by} has decided about the account ${name}; only what is undecided can be delegated`,
      );
    }
  }
  const delegated = items.map(item => ({ ...item, reviewer: to }));
  await stores.reviewItems.put(review.id, delegated);
  await stores.reviews.put(review);
  await enterReview(
    stores,
    now,
    { event: 'delegated', by, comment },
    review,
    delegated,
  );
}
