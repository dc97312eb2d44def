import { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AccessReview,
  AccessReviewDetails,
  gorgiasAccountReadPermission,
  gorgiasReadPermission,
  gorgiasReviewManagePermission,
  MyReview,
  Page,
  ReviewItem,
  ReviewItemFilter,
  ReviewPreview,
} from 'backstage-plugin-gorgias-common';
import { Request, Router } from 'express';
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
import { presentReview, presentReviews, ReviewViewer } from './presentReview';
import { isOverdue, StoredReview } from './review';
import { ItemSelection } from './ReviewItemStore';
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
    const items: MyReview[] = [];
    for (const review of open) {
      const of = readable.has(review.entityRef)
        ? await myPart(review, userEntityRef)
        : undefined;
      if (of) {
        items.push(of);
      }
    }
    res.json({ items } satisfies { items: MyReview[] });
  });

  router.get(PATH, async (req, res) => {
    const viewer = await viewerOf(req);
    const visible: StoredReview[] = [];
    for (const review of await stores.reviews.list(viewer.entityRef)) {
      if (await takesPart(review, viewer)) {
        visible.push(review);
      }
    }
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
    const viewer = await viewerOf(req);
    res.json(await detailsOf(await visibleReview(req, viewer), viewer));
  });

  router.get(`${PATH}/:reviewId/items`, async (req, res) => {
    const viewer = await viewerOf(req);
    const review = await visibleReview(req, viewer);
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
      const viewer = await viewerOf(req);
      const { entityRef, userEntityRef, mayManage } = viewer;
      const { id } = await visibleReview(req, viewer);
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

  /** Who looks, and how much of the system's reviews they see. */
  async function viewerOf(req: Request<any>) {
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

  type Viewer = Awaited<ReturnType<typeof viewerOf>>;

  function seesAll(
    review: StoredReview,
    { userEntityRef, mayManage, mayReadAccounts }: Viewer,
  ): boolean {
    return mayManage || mayReadAccounts || review.owner === userEntityRef;
  }

  async function takesPart(
    review: StoredReview,
    viewer: Viewer,
  ): Promise<boolean> {
    return (
      seesAll(review, viewer) ||
      stores.reviewItems.isReviewer(review.id, viewer.userEntityRef)
    );
  }

  /** @throws NotFoundError, or NotAllowedError to who takes no part in it */
  async function visibleReview(
    req: Request<any>,
    viewer: Viewer,
  ): Promise<StoredReview> {
    const { reviewId } = req.params;
    const review = await stores.reviews.get(viewer.entityRef, reviewId);
    if (review && (await takesPart(review, viewer))) {
      return review;
    }
    if (!viewer.mayManage && !viewer.mayReadAccounts) {
      throw new NotAllowedError(
        'You are not asked to review anything here. Ask the owner of the access review, or an admin of Backstage.',
      );
    }
    throw new NotFoundError(
      `${viewer.entityRef} has no access review ${reviewId}`,
    );
  }

  async function detailsOf(
    review: StoredReview,
    viewer: ReviewViewer,
  ): Promise<AccessReviewDetails> {
    return presentReview(stores, review, viewer, now());
  }

  async function myPart(
    review: StoredReview,
    userEntityRef: string,
  ): Promise<MyReview | undefined> {
    const reviewers = await stores.reviewItems.countByReviewer(review.id);
    const mine = reviewers.find(({ reviewer }) => reviewer === userEntityRef);
    if (!mine || mine.decided === mine.total) {
      return undefined;
    }
    const { id, entityRef, title, owner, dueAt } = review;
    const system = await stores.criticalSystems.get(entityRef);
    return {
      id,
      entityRef,
      systemTitle: system?.title ?? entityRef,
      title,
      owner,
      dueAt,
      overdue: isOverdue(review, now()),
      total: mine.total,
      decided: mine.decided,
    };
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
