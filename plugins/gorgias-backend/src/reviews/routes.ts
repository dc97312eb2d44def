import { AuditorService } from '@backstage/backend-plugin-api';
import {
  AccessReview,
  AccessReviewDetails,
  gorgiasReviewManagePermission,
  MyReview,
  Page,
  ReviewItem,
  ReviewItemFilter,
  ReviewPreview,
} from 'backstage-plugin-gorgias-common';
import { Router } from 'express';
import { Access } from '../access';
import { audited } from '../audit';
import { Evaluator } from '../checks/Evaluator';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { pageOf, readPagePosition, toPage } from '../pagination';
import { GorgiasEntities } from '../systems/GorgiasEntities';
import { ReviewContext } from './context';
import { decideReview } from './decideReview';
import { delegateReview } from './delegateReview';
import { cancelReview, extendReview, signOffReview } from './endReview';
import { myReviews } from './myReviews';
import { presentReview, presentReviews, ReviewViewer } from './presentReview';
import { StoredReview } from './review';
import { ItemSelection } from './ReviewItemStore';
import {
  seesAll,
  viewerOf,
  visibleReview,
  visibleReviews,
} from './reviewViewer';
import { previewReview, startReview } from './startReview';

const PATH = '/systems/:kind/:namespace/:name/reviews';

type Work = (
  context: ReviewContext & { mayManage: boolean },
  body: any,
) => Promise<void>;

/** Access reviews: beginning them, judging accounts, and signing off. */
export function addReviewRoutes(
  router: Router,
  deps: {
    access: Access;
    auditor: AuditorService;
    clock: Clock;
    database: GorgiasDatabase;
    entities: GorgiasEntities;
    evaluator: Evaluator;
  },
): void {
  const { access, auditor, clock, database, entities, evaluator } = deps;
  const { stores } = database;
  const now = () => clock.now().toISOString();

  router.get('/reviews/mine', async (req, res) => {
    const { credentials, userEntityRef } = await access.caller(req);
    const open = await stores.reviews.listOpen();
    const readable = await access.readable(
      credentials,
      open.map(({ entityRef }) => entityRef),
    );
    const items = await myReviews(stores, userEntityRef, readable, now());
    res.json({ items } satisfies { items: MyReview[] });
  });

  router.get(PATH, async (req, res) => {
    const viewer = await viewerOf(req, deps);
    const visible = await visibleReviews(stores, viewer);
    const page = pageOf(visible, readPagePosition(req.query));
    res.json({
      ...page,
      items: await presentReviews(stores, page.items, viewer, now()),
    } satisfies Page<AccessReview>);
  });

  router.post(PATH, async (req, res) => {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasReviewManagePermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    const review = await audited(
      auditor,
      {
        eventId: 'review-start',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef },
      },
      () =>
        database.transaction(tx =>
          startReview(req.body, {
            stores: tx,
            evaluator,
            entityRef,
            by: userEntityRef,
            now: now(),
          }),
        ),
      ({ id, title, owner }) => ({ id, title, owner }),
    );
    res.status(201).json(
      await detailsOf(review, {
        userEntityRef,
        mayManage: true,
      }),
    );
  });

  router.post(`${PATH}/preview`, async (req, res) => {
    const { credentials, userEntityRef } = await access.toSystem(
      req,
      gorgiasReviewManagePermission,
    );
    const { entityRef } = await entities.get(req.params, credentials);
    res.json(
      (await database.transaction(tx =>
        previewReview(req.body, {
          stores: tx,
          evaluator,
          entityRef,
          by: userEntityRef,
          now: now(),
        }),
      )) satisfies ReviewPreview,
    );
  });

  router.get(`${PATH}/:reviewId`, async (req, res) => {
    const viewer = await viewerOf(req, deps);
    res.json(
      await detailsOf(
        await visibleReview(stores, viewer, req.params.reviewId),
        viewer,
      ),
    );
  });

  router.get(`${PATH}/:reviewId/items`, async (req, res) => {
    const viewer = await viewerOf(req, deps);
    const review = await visibleReview(stores, viewer, req.params.reviewId);
    const selection = selectionOf(req.query as ReviewItemFilter, viewer);
    if (!seesAll(review, viewer)) {
      selection.reviewer = viewer.userEntityRef;
    }
    const position = readPagePosition(req.query);
    const items = await stores.reviewItems.list(review.id, selection, position);
    const last = await stores.reviewItems.lastDecisions(
      review,
      items.map(({ accountId }) => accountId),
    );
    res.json(
      toPage(
        items.map(item => ({
          ...item,
          isMine: item.reviewer === viewer.userEntityRef,
          lastDecision: last.get(item.accountId) ?? null,
        })),
        await stores.reviewItems.count(review.id, selection),
        position,
      ) satisfies Page<ReviewItem>,
    );
  });

  const addChange = (
    path: string,
    eventId: string,
    work: (id: string, ...args: Parameters<Work>) => Promise<void>,
  ) =>
    router.post(`${PATH}/:reviewId/${path}`, async (req, res) => {
      const viewer = await viewerOf(req, deps);
      const { entityRef, userEntityRef, mayManage } = viewer;
      const { id } = await visibleReview(stores, viewer, req.params.reviewId);
      await audited(
        auditor,
        {
          eventId,
          severityLevel: 'medium',
          request: req,
          meta: { entityRef, reviewId: id, ...req.body },
        },
        () =>
          database.transaction(tx =>
            work(
              id,
              {
                stores: tx,
                evaluator,
                entityRef,
                by: userEntityRef,
                now: now(),
                mayManage,
              },
              req.body,
            ),
          ),
      );
      res.json(
        await detailsOf((await stores.reviews.get(entityRef, id))!, viewer),
      );
    });
  addChange(
    'decisions',
    'review-decide',
    (id, { mayManage, ...context }, body) => decideReview(id, body, context),
  );
  addChange('delegations', 'review-delegate', (id, context, body) =>
    delegateReview(id, body, context),
  );
  addChange('extension', 'review-extend', (id, context, body) =>
    extendReview(id, body, context),
  );
  addChange('sign-off', 'review-sign-off', (id, context, body) =>
    signOffReview(id, body, context),
  );
  addChange('cancellation', 'review-cancel', (id, context, body) =>
    cancelReview(id, body, context),
  );

  async function detailsOf(
    review: StoredReview,
    viewer: ReviewViewer,
  ): Promise<AccessReviewDetails> {
    return presentReview(stores, review, viewer, now());
  }
}

function selectionOf(
  { reviewer, status, search }: ReviewItemFilter,
  { userEntityRef }: { userEntityRef: string },
): ItemSelection {
  const named = reviewer === 'me' ? userEntityRef : reviewer;
  return {
    ...(named && { reviewer: named === 'nobody' ? null : named }),
    status,
    search,
  };
}
