import { LedgerEntry } from './entry';
import { POPULATION_KINDS } from './population';
import { KnownReview, reasonToRefuse } from './reviewRules';
import { ReviewEntryBody, ReviewItemRecord, ReviewRecord } from './reviews';

/** An access review with the accounts in it. */
export type ReplayedReview = ReviewRecord & { items: ReviewItemRecord[] };

/** What a review must not have become, and the entry that says it did. */
export interface ReviewProblem {
  sequence: number;
  reason: string;
}

/**
 * Puts together the access reviews of a system, from the entries of the ledger
 * in their order, beginning with a snapshot of the population. An entry that
 * would change what it must not is refused and changes nothing.
 */
export class ReviewReplay {
  readonly #reviews = new Map<string, KnownReview>();
  readonly #refused: ReviewProblem[] = [];
  #begun = false;

  /** Takes an entry of the system into account. */
  add({ kind, sequence, body }: LedgerEntry): void {
    if (body === null) {
      return;
    }
    if (kind === POPULATION_KINDS.snapshot) {
      // Only from here on is it certain that no part of an entry is missing.
      this.#begun = true;
    } else if (kind === 'review' && this.#begun) {
      this.#take(sequence, body as unknown as ReviewEntryBody);
    }
  }

  /** Those that had not ended before a time, the oldest first. */
  since(time: string): ReplayedReview[] {
    return [...this.#reviews.values()]
      .filter(({ record }) => (endOf(record) ?? time) >= time)
      .map(({ record, items }) => ({
        ...record,
        items: [...items.values()].sort((a, b) =>
          a.accountId < b.accountId ? -1 : 1,
        ),
      }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  /** What was refused, and sign-offs that leave out accounts. */
  problems(): ReviewProblem[] {
    const incomplete = [...this.#reviews.values()].flatMap(
      ({ record, items, end }) => {
        const missing = items.size - (end?.accountIds.size ?? 0);
        const reason = `signs off the access review ${record.id} without ${missing} of its accounts`;
        return end && record.signOff && missing > 0
          ? [{ sequence: end.sequence, reason }]
          : [];
      },
    );
    return [...this.#refused, ...incomplete];
  }

  #take(sequence: number, body: ReviewEntryBody): void {
    const { event, review: record, items } = body;
    const known = this.#reviews.get(record.id);
    if (!known && event === 'followed-up') {
      // Of a review that ended before, of which nothing else is here.
      return;
    }
    const reason = known ? reasonToRefuse(known, body) : reasonNotToBegin(body);
    if (reason) {
      this.#refused.push({ sequence, reason });
      return;
    }
    const review: KnownReview = known ?? { record, items: new Map() };
    this.#reviews.set(record.id, review);
    review.record = record;
    items.forEach(item => review.items.set(item.accountId, item));
    if (event === 'signed-off' || event === 'cancelled') {
      review.end ??= { sequence, accountIds: new Set() };
      items.forEach(({ accountId }) => review.end!.accountIds.add(accountId));
    }
  }
}

function reasonNotToBegin({
  event,
  review: { id, status },
}: ReviewEntryBody): string | undefined {
  const begins = event === 'started' || event === 'snapshot';
  return begins && status === 'open'
    ? undefined
    : `tells of the access review ${id}, of which the beginning is not there`;
}

function endOf({ signOff, cancellation }: ReviewRecord): string | undefined {
  return (signOff ?? cancellation)?.at;
}

function keyOf({ startedAt, id }: ReviewRecord): string {
  return `${startedAt} ${id}`;
}
