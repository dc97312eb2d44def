import { ConflictError } from '@backstage/errors';
import {
  CancelReviewRequest,
  ExtendReviewRequest,
  SignOffReviewRequest,
} from 'backstage-plugin-gorgias-common';
import { readWords } from '../exceptions/terms';
import { requireManager, ReviewContext, takeReview } from './context';
import { enterReview } from './enterReview';
import { StoredReview } from './review';
import { readDue } from './terms';

type ManagerContext = ReviewContext & { mayManage: boolean };

/** Gives everybody more time. @throws NotAllowedError, InputError or ConflictError */
export async function extendReview(
  id: string,
  { dueAt, reason }: ExtendReviewRequest,
  context: ManagerContext,
): Promise<void> {
  const comment = readWords('reason', reason);
  const due = readDue(dueAt, context.now);
  const review = await takeManaged(id, context);
  // Everybody is to hear of the new date, and to be reminded by it.
  await context.stores.reviewMessages.remove(review.id);
  await put({ ...review, dueAt: due }, 'extended', comment, context);
}

/**
 * Ends a review in which everything is decided, and freezes it into the
 * ledger. What was to be revoked or changed is followed until it is done.
 *
 * @throws NotAllowedError, or ConflictError while somebody is to be judged
 */
export async function signOffReview(
  id: string,
  request: SignOffReviewRequest,
  context: ManagerContext,
): Promise<void> {
  const { stores, by, now } = context;
  const comment = request.comment?.trim() || null;
  const review = await takeManaged(id, context);
  const reviewers = await stores.reviewItems.countByReviewer(review.id);
  const waiting = reviewers.filter(({ total, decided }) => decided < total);
  if (waiting.length > 0) {
    const whom = waiting.map(
      ({ reviewer, total, decided }) =>
        `${total - decided} for ${reviewer ?? 'nobody'}`,
    );
    throw new ConflictError(
      `Accounts are still to be judged: ${whom.join(
        ', ',
      )}. Have them judged, or delegate them, and sign off then`,
    );
  }
  await put(
    { ...review, status: 'signed-off', signOff: { by, at: now, comment } },
    'signed-off',
    comment,
    context,
  );
}

/** Ends a review without its coming to anything. @throws NotAllowedError, InputError or ConflictError */
export async function cancelReview(
  id: string,
  request: CancelReviewRequest,
  context: ManagerContext,
): Promise<void> {
  const { by, now } = context;
  const reason = readWords('reason', request.reason);
  const review = await takeManaged(id, context);
  await put(
    {
      ...review,
      status: 'cancelled',
      cancellation: { by, at: now, reason },
      ...(request.endRecurrence !== false && {
        recurrence: null,
        nextStartAt: null,
      }),
    },
    'cancelled',
    reason,
    context,
  );
}

async function takeManaged(
  id: string,
  { mayManage, ...context }: ManagerContext,
): Promise<StoredReview> {
  const review = await takeReview(id, context);
  requireManager(review, { by: context.by, mayManage });
  return review;
}

async function put(
  review: StoredReview,
  event: 'extended' | 'signed-off' | 'cancelled',
  comment: string | null,
  { stores, by, now }: ReviewContext,
): Promise<void> {
  await stores.reviews.put(review);
  const items =
    event === 'signed-off' ? await stores.reviewItems.list(review.id) : [];
  await enterReview(stores, now, { event, by, comment }, review, items);
}
