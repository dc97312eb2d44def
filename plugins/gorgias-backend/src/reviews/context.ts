import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { StoredItem, StoredReview } from './review';

/** In what somebody does something about a review: one transaction. */
export interface ReviewContext {
  stores: Stores;
  evaluator: Evaluator;
  /** The system. */
  entityRef: string;
  /** User entity ref of who does it. */
  by: string;
  now: string;
}

/**
 * Takes turns with everybody who changes something of the system, with what
 * is known of it now.
 *
 * @returns the review, which is going on
 * @throws NotFoundError, or ConflictError when it has ended
 */
export async function takeReview(
  id: string,
  { stores, evaluator, entityRef, now }: ReviewContext,
): Promise<StoredReview> {
  await stores.evaluations.begin(entityRef, now);
  if (!(await stores.reviews.get(entityRef, id))) {
    throw new NotFoundError(`${entityRef} has no access review ${id}`);
  }
  await evaluator.evaluate(stores, entityRef, now);
  const review = (await stores.reviews.get(entityRef, id))!;
  if (review.status !== 'open') {
    throw new ConflictError(
      `This access review is ${
        review.status === 'cancelled' ? 'cancelled' : 'signed off'
      }, so nothing can be changed in it any more`,
    );
  }
  return review;
}

/** @throws NotAllowedError to everybody but the owner and who manages reviews */
export function requireManager(
  review: StoredReview,
  { by, mayManage }: { by: string; mayManage: boolean },
): void {
  if (!mayManage && review.owner !== by) {
    throw new NotAllowedError(
      `Only ${review.owner}, who owns this access review, and those who manage access reviews can do that`,
    );
  }
}

/**
 * The items of some accounts, each once.
 *
 * @throws NotFoundError when one is not in the review
 */
export async function takeItems(
  review: StoredReview,
  accountIds: readonly string[],
  { stores }: ReviewContext,
): Promise<StoredItem[]> {
  const asked = [...new Set(accountIds)];
  const items = await stores.reviewItems.list(review.id, { accountIds: asked });
  const found = new Set(items.map(({ accountId }) => accountId));
  const missing = asked.find(id => !found.has(id));
  if (missing !== undefined) {
    throw new NotFoundError(
      `accountIds: the account ${missing} is not in this access review; read it again`,
    );
  }
  return items;
}
