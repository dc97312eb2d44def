import {
  ReviewEntryBody,
  ReviewItemRecord,
  ReviewRecord,
} from 'backstage-plugin-gorgias-evidence';
import { Stores } from '../database';
import { StoredItem, StoredReview } from './review';

/** So many accounts fit into one entry. */
const PART_SIZE = 200;

/** Enters into the ledger what happened in a review, with how it stands after that. */
export async function enterReview(
  stores: Pick<Stores, 'ledger'>,
  at: string,
  event: Pick<ReviewEntryBody, 'event' | 'by'> & { comment?: string | null },
  review: StoredReview,
  items: readonly StoredItem[],
): Promise<void> {
  const parts: ReviewItemRecord[][] = [];
  for (let start = 0; start === 0 || start < items.length; start += PART_SIZE) {
    parts.push(items.slice(start, start + PART_SIZE).map(toItemRecord));
  }
  await stores.ledger.enter(
    parts.map(part => ({
      at,
      kind: 'review',
      entityRef: review.entityRef,
      body: {
        event: event.event,
        by: event.by,
        comment: event.comment ?? null,
        review: toReviewRecord(review),
        items: part,
      } satisfies ReviewEntryBody,
    })),
  );
}

function toReviewRecord(review: StoredReview): ReviewRecord {
  const { entityRef, reviewers, nextStartAt, ...record } = review;
  return record;
}

function toItemRecord(item: StoredItem): ReviewItemRecord {
  const { kind, notMine, ...record } = item;
  const { type, staffRef, displayName, owner } = item.identity;
  return {
    ...record,
    identity: {
      type,
      ...(staffRef && { staffRef }),
      ...(displayName && { displayName }),
      ...(owner && { owner }),
    },
  };
}
