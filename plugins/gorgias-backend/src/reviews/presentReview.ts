import {
  AccessReview,
  AccessReviewDetails,
  ReviewProgress,
} from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { isOverdue, StoredReview } from './review';

/** Who looks at reviews. */
export interface ReviewViewer {
  userEntityRef: string;
  mayManage: boolean;
}

/** Reviews as they go over the wire, to whoever looks at them now. */
export async function presentReviews(
  stores: Stores,
  reviews: readonly StoredReview[],
  viewer: ReviewViewer,
  now: string,
): Promise<AccessReview[]> {
  const progress = await stores.reviews.progressOf(reviews.map(({ id }) => id));
  const mine = await stores.reviewItems.countFor(viewer.userEntityRef);
  return reviews.map(({ firstDueAt, ...review }) => {
    const { total, decided } = mine.get(review.id) ?? { total: 0, decided: 0 };
    return {
      ...review,
      overdue: isOverdue(review, now),
      progress: progress.get(review.id)!,
      waitingForMe: review.status === 'open' ? total - decided : 0,
      judgedByMe: decided,
      may: rightsIn(review, progress.get(review.id)!, viewer),
    };
  });
}

/** A review with how far everybody is. */
export async function presentReview(
  stores: Stores,
  review: StoredReview,
  viewer: ReviewViewer,
  now: string,
): Promise<AccessReviewDetails> {
  const [presented] = await presentReviews(stores, [review], viewer, now);
  const sent = await stores.reviewMessages.list(review.id);
  const remindedAt = new Map(
    sent.map(({ recipient, sentAt }) => [recipient, sentAt]),
  );
  const reviewers = await stores.reviewItems.countByReviewer(review.id);
  return {
    ...presented,
    byReviewer: reviewers.map(of => ({
      ...of,
      remindedAt: (of.reviewer && remindedAt.get(of.reviewer)) || null,
    })),
  };
}

function rightsIn(
  { status, owner }: Pick<StoredReview, 'status' | 'owner'>,
  { decided, total }: ReviewProgress,
  { userEntityRef, mayManage }: ReviewViewer,
): AccessReview['may'] {
  if (status !== 'open' || !(mayManage || owner === userEntityRef)) {
    return [];
  }
  return [
    'delegate',
    'extend',
    'cancel',
    ...(decided === total ? (['sign-off'] as const) : []),
  ];
}
