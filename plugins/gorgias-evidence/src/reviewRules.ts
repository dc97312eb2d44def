import { canonicalJson } from './canonical';
import { ReviewEntryBody, ReviewItemRecord, ReviewRecord } from './reviews';

/** An access review as the entries so far have made it. */
export interface KnownReview {
  record: ReviewRecord;
  /** By the id of the account. */
  items: Map<string, ReviewItemRecord>;
  /** The entry after which it was not open any more, and the accounts that were signed off. */
  end?: { sequence: number; accountIds: Set<string> };
}

type Event = ReviewEntryBody['event'];

const ENDS: Event[] = ['signed-off', 'cancelled'];
/** All others repeat what was decided, or only tell that it was seen done. */
const DECIDES: Event[] = ['added', 'decided', 'given-back', 'delegated'];

/**
 * Why an entry must not be, if so: what was signed off stays as it was judged,
 * but for being seen done, and what repeats how a review stands repeats the
 * decisions that earlier entries made.
 */
export function reasonToRefuse(
  known: KnownReview,
  { event, review, items }: ReviewEntryBody,
): string | undefined {
  const { record, end } = known;
  const { id, status } = record;
  const before = ({ accountId }: ReviewItemRecord) =>
    known.items.get(accountId);
  if (end) {
    const mayFollow =
      event === 'followed-up' ||
      // A further part of the sign-off.
      (event === 'signed-off' && status === event);
    if (!mayFollow || canonicalJson(review) !== canonicalJson(record)) {
      return `changes the access review ${id}, which entry ${end.sequence} had ended`;
    }
  } else if (review.status !== (ENDS.includes(event) ? event : 'open')) {
    return `has the access review ${id} ${review.status}, which does not come of its being ${event}`;
  }
  if (event === 'followed-up') {
    return items.every(item => isSeenDone(before(item), item))
      ? undefined
      : `changes more of the access review ${id} than that something was seen done`;
  }
  if (
    !DECIDES.includes(event) &&
    !items.every(item => isRepeated(before(item), item))
  ) {
    return `has other decisions of the access review ${id} than the entries before it`;
  }
  if (
    event === 'signed-off' &&
    items.some(item => !before(item) || end?.accountIds.has(item.accountId))
  ) {
    return `signs off accounts that were not in the access review ${id}, or were signed off already`;
  }
  return undefined;
}

/** Only that: how most is seen done is that the account is not active any more. */
function isSeenDone(
  before: ReviewItemRecord | undefined,
  after: ReviewItemRecord,
): boolean {
  const { state, followUp } = after;
  return (
    before?.followUp?.status === 'open' &&
    followUp?.status === 'done' &&
    canonicalJson(after) === canonicalJson({ ...before, state, followUp })
  );
}

function isRepeated(
  before: ReviewItemRecord | undefined,
  after: ReviewItemRecord,
): boolean {
  return (
    before === undefined ||
    canonicalJson(settled(before)) === canonicalJson(settled(after))
  );
}

/**
 * What changes by an entry only. What is undecided follows the account without
 * one; of what is decided, only whether the account is active.
 */
function settled(item: ReviewItemRecord): Partial<ReviewItemRecord> {
  const { state, ...judged } = item;
  const { decision, followUp, addedBecause, addedAt } = item;
  return decision ? judged : { decision, followUp, addedBecause, addedAt };
}
