import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  gorgiasAccountReadPermission,
  gorgiasReadPermission,
  gorgiasReviewManagePermission,
} from 'backstage-plugin-gorgias-common';
import { Request } from 'express';
import { Access } from '../access';
import { Stores } from '../database';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { StoredReview } from './review';

/** Who looks at the reviews of a system, and what they may do there. */
export interface SystemViewer {
  entityRef: string;
  userEntityRef: string;
  mayManage: boolean;
  mayReadAccounts: boolean;
}

/** Finds out who looks. @throws NotAllowedError to who may not even see the system */
export async function viewerOf(
  req: Request<any>,
  { access, entities }: { access: Access; entities: GorgiasEntities },
): Promise<SystemViewer> {
  const { credentials, userEntityRef } = await access.toSystem(
    req,
    gorgiasReadPermission,
  );
  const { entityRef } = await entities.get(req.params, credentials);
  const [mayManage] = await access.allowed(
    credentials,
    gorgiasReviewManagePermission,
    [entityRef],
  );
  const [mayReadAccounts] = await access.allowed(
    credentials,
    gorgiasAccountReadPermission,
    [entityRef],
  );
  return { entityRef, userEntityRef, mayManage, mayReadAccounts };
}

/** Whether somebody sees all accounts of a review, and not only those they are asked about. */
export function seesAll(
  review: StoredReview,
  { userEntityRef, mayManage, mayReadAccounts }: SystemViewer,
): boolean {
  return mayManage || mayReadAccounts || review.owner === userEntityRef;
}

/** The reviews of a system that somebody sees or takes part in, newest first. */
export async function visibleReviews(
  { reviews, reviewItems }: Stores,
  viewer: SystemViewer,
): Promise<StoredReview[]> {
  const asked = await reviewItems.countFor(viewer.userEntityRef);
  return (await reviews.list(viewer.entityRef)).filter(
    review => seesAll(review, viewer) || asked.has(review.id),
  );
}

/** @throws NotFoundError, or NotAllowedError to who takes no part in it */
export async function visibleReview(
  stores: Stores,
  viewer: SystemViewer,
  reviewId: string,
): Promise<StoredReview> {
  const { reviews, reviewItems } = stores;
  const { entityRef, userEntityRef } = viewer;
  const review = await reviews.get(entityRef, reviewId);
  if (
    review &&
    (seesAll(review, viewer) ||
      (await reviewItems.countFor(userEntityRef)).has(reviewId))
  ) {
    return review;
  }
  if (!viewer.mayManage && !viewer.mayReadAccounts) {
    throw new NotAllowedError(
      'You are not asked to review anything here. Ask the owner of the access review, or an admin of Backstage.',
    );
  }
  throw new NotFoundError(`${entityRef} has no access review ${reviewId}`);
}
