import {
  AccessReview,
  AccessReviewDetails,
  CancelReviewRequest,
  DecideReviewRequest,
  DelegateReviewRequest,
  ExtendReviewRequest,
  MyReview,
  Page,
  PageRequest,
  ReviewItem,
  ReviewItemFilter,
  ReviewPreview,
  SignOffReviewRequest,
  StartReviewRequest,
} from 'backstage-plugin-gorgias-common';
import { FakePeople } from './FakePeople';
import { ADMIN } from './FakeSystem';
import { page } from './page';
import { aReview } from './reviewFixtures';

/** The part of the backend that is about access reviews. */
export class FakeReviews extends FakePeople {
  /** Newest first. */
  reviews: AccessReviewDetails[] = [];
  /** Of all of them. */
  reviewItems: ReviewItem[] = [];
  myReviews: MyReview[] = [];
  reviewPreview: ReviewPreview = { total: 0, byReviewer: [] };

  async listMyReviews(): Promise<{ items: MyReview[] }> {
    return { items: this.myReviews };
  }

  async listReviews(
    _entityRef: string,
    request?: PageRequest,
  ): Promise<Page<AccessReview>> {
    return page<AccessReview>(this.reviews, request);
  }

  async getReview(_entityRef: string, id: string) {
    return this.reviews.find(review => review.id === id)!;
  }

  async listReviewItems(
    _entityRef: string,
    _id: string,
    {
      reviewer,
      status,
      search = '',
      ...request
    }: ReviewItemFilter & PageRequest = {},
  ): Promise<Page<ReviewItem>> {
    const found = this.reviewItems.filter(
      item =>
        (reviewer === undefined ||
          (reviewer === 'me' ? item.isMine : item.reviewer === reviewer)) &&
        (status !== 'undecided' || item.decision === null) &&
        (status !== 'decided' || item.decision !== null) &&
        `${item.name}`.toLowerCase().includes(search.toLowerCase()),
    );
    return page(found, request);
  }

  async previewReview(): Promise<ReviewPreview> {
    return this.reviewPreview;
  }

  async startReview(_entityRef: string, request: StartReviewRequest) {
    const review = aReview({
      ...request,
      recurrence: request.recurrence ?? null,
      owner: request.owner ?? ADMIN,
    });
    this.reviews = [review, ...this.reviews];
    return review;
  }

  async decideReview(
    entityRef: string,
    id: string,
    { accountIds, decision, gorgiasRole, comment }: DecideReviewRequest,
  ) {
    const at = '2026-11-25T09:00:00.000Z';
    this.#changeItems(accountIds, item =>
      decision === 'not-mine'
        ? {
            ...item,
            isMine: false,
            reviewer: ADMIN,
            notMine: { by: ADMIN, at, comment: comment ?? null },
          }
        : {
            ...item,
            decision: {
              decision,
              ...(gorgiasRole && { gorgiasRole }),
              comment: comment ?? null,
              by: ADMIN,
              at,
            },
            followUp:
              decision === 'keep' ? null : { status: 'open', doneAt: null },
          },
    );
    const mine = this.reviewItems.filter(({ isMine }) => isMine);
    return this.#change(entityRef, id, {
      waitingForMe: mine.filter(item => !item.decision).length,
      judgedByMe: mine.filter(item => item.decision).length,
    });
  }

  async delegateReview(
    entityRef: string,
    id: string,
    { accountIds, to }: DelegateReviewRequest,
  ) {
    this.#changeItems(accountIds, item => ({
      ...item,
      reviewer: to,
      isMine: false,
    }));
    return this.getReview(entityRef, id);
  }

  async extendReview(ref: string, id: string, { dueAt }: ExtendReviewRequest) {
    return this.#change(ref, id, { dueAt });
  }

  async signOffReview(
    entityRef: string,
    id: string,
    { comment }: SignOffReviewRequest,
  ) {
    return this.#change(entityRef, id, {
      status: 'signed-off',
      may: [],
      signOff: {
        by: ADMIN,
        at: '2026-11-25T09:00:00.000Z',
        comment: comment ?? null,
      },
    });
  }

  async cancelReview(
    entityRef: string,
    id: string,
    { reason }: CancelReviewRequest,
  ) {
    return this.#change(entityRef, id, {
      status: 'cancelled',
      may: [],
      cancellation: { by: ADMIN, at: '2026-11-25T09:00:00.000Z', reason },
    });
  }

  #changeItems(
    accountIds: readonly string[],
    change: (item: ReviewItem) => ReviewItem,
  ) {
    this.reviewItems = this.reviewItems.map(item =>
      accountIds.includes(item.accountId) ? change(item) : item,
    );
  }

  async #change(
    entityRef: string,
    id: string,
    changes: Partial<AccessReviewDetails>,
  ): Promise<AccessReviewDetails> {
    this.reviews = this.reviews.map(review =>
      review.id === id ? { ...review, ...changes } : review,
    );
    return this.getReview(entityRef, id);
  }
}
