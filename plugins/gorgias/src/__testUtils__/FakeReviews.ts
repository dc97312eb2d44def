import {
  AccessReview,
  AccessReviewDetails,
  GorgiasApi,
  MyReview,
  Page,
  PageRequest,
  ReviewItem,
  ReviewPreview,
} from 'backstage-plugin-gorgias-common';
import { FakePeople } from './FakePeople';
import { page } from './page';

/** The part of the backend that is about access reviews. */
export class FakeReviews extends FakePeople {
  reviews: AccessReviewDetails[] = [];
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
    request?: PageRequest,
  ): Promise<Page<ReviewItem>> {
    return page(this.reviewItems, request);
  }

  async previewReview(): Promise<ReviewPreview> {
    return this.reviewPreview;
  }

  startReview: GorgiasApi['startReview'] = async () => this.reviews[0];

  decideReview: GorgiasApi['decideReview'] = (ref, id) =>
    this.getReview(ref, id);

  delegateReview: GorgiasApi['delegateReview'] = (ref, id) =>
    this.getReview(ref, id);

  extendReview: GorgiasApi['extendReview'] = (ref, id) =>
    this.getReview(ref, id);

  signOffReview: GorgiasApi['signOffReview'] = (ref, id) =>
    this.getReview(ref, id);

  cancelReview: GorgiasApi['cancelReview'] = (ref, id) =>
    this.getReview(ref, id);
}
