import {
  ReviewEntryBody,
  ReviewItemRecord,
  ReviewRecord,
} from 'backstage-plugin-gorgias-evidence';
import { Stores } from '../database';
import { partsOf } from '../evidence/partsOf';
import { StoredItem, StoredReview } from './review';

/** Enters into the ledger what happened in a review, with how it stands after that. */
export async function enterReview(
  stores: Pick<Stores, 'ledger'>,
  at: string,
  event: Pick<ReviewEntryBody, 'event' | 'by'> & { comment?: string | null },
  review: StoredReview,
  items: readonly StoredItem[],
): Promise<void> {
  await stores.ledger.enter(
    partsOf(items.map(toItemRecord)).map(part => ({
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
  const { entityRef, reviewers, nextStartAt, firstDueAt, ...record } = review;
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
