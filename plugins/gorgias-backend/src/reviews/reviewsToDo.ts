import { ReviewProgress } from 'backstage-plugin-gorgias-common';
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
 * @param known - the review that is going on with how far it is, and how many decisions are to be carried out
 */
export function reviewsToDo(
  {
    open,
    progress: { total, decided },
    toCarryOut,
  }: {
    open: StoredReview | undefined;
    progress: Pick<ReviewProgress, 'total' | 'decided'>;
    toCarryOut: number;
  },
  now: Date,
): ReviewsToDo {
  return {
    overdue: open && isOverdue(open, now.toISOString()) ? total - decided : 0,
    canBeSignedOff: open !== undefined && decided === total,
    toCarryOut,
  };
}
