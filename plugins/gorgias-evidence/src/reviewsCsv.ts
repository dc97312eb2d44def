import { Column, toCsv } from './csv';
import { ReplayedReview } from './ReviewReplay';
import { ReviewItemRecord } from './reviews';

const COLUMNS: Array<
  Column<{ review: ReplayedReview; item: ReviewItemRecord }>
> = [
  ['Review id', ({ review }) => review.id],
  ['Title', ({ review }) => review.title],
  ['Status', ({ review }) => review.status],
  ['Owner', ({ review }) => review.owner],
  ['Due at', ({ review }) => review.dueAt],
  ['Signed off by', ({ review }) => review.signOff?.by],
  ['Signed off at', ({ review }) => review.signOff?.at],
  ['Account id', ({ item }) => item.accountId],
  ['Name', ({ item }) => item.name],
  ['E-mail', ({ item }) => item.email],
  ['Gorgias role', ({ item }) => item.gorgiasRole],
  [
    'Staff member or owner',
    ({ item: { identity } }) => identity.staffRef ?? identity.owner,
  ],
  ['Reviewer', ({ item }) => item.reviewer],
  ['Decision', ({ item }) => item.decision?.decision],
  ['Gorgias role to have', ({ item }) => item.decision?.gorgiasRole],
  ['Decided by', ({ item }) => item.decision?.by],
  ['Decided at', ({ item }) => item.decision?.at],
  ['Comment', ({ item }) => item.decision?.comment],
  ['Follow-up', ({ item }) => item.followUp?.status],
  ['Done at', ({ item }) => item.followUp?.doneAt],
];

/** Access reviews as CSV, a line for each account in each of them. */
export function reviewsCsv(reviews: readonly ReplayedReview[]): string {
  return toCsv(
    COLUMNS,
    reviews.flatMap(review => review.items.map(item => ({ review, item }))),
  );
}
