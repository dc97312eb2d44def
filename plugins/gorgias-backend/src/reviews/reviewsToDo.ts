import { Stores } from '../database';
import { isOverdue, StoredReview } from './review';

/** What is left to do of the access reviews of a system. */
export interface ReviewsToDo {
  /** How many accounts are not judged yet though the day is over. */
  overdue: number;
  canBeSignedOff: boolean;
  /** How many decisions to revoke or change something nobody has seen done. */
  toCarryOut: number;
}

/**
 * Counts what is left to do of the access reviews of a system.
 *
 * @param known - the review that is going on, and how many decisions are to be carried out
 */
export async function loadReviewsToDo(
  { reviews }: Stores,
  { open, toCarryOut }: { open: StoredReview | undefined; toCarryOut: number },
  now: Date,
): Promise<ReviewsToDo> {
  if (!open) {
    return { overdue: 0, canBeSignedOff: false, toCarryOut };
  }
  const { total, decided } = (await reviews.progressOf([open.id])).get(
    open.id,
  )!;
  return {
    overdue: isOverdue(open, now.toISOString()) ? total - decided : 0,
    canBeSignedOff: decided === total,
    toCarryOut,
  };
}
