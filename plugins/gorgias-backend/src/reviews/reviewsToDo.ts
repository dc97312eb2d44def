import { Stores } from '../database';
import { isOverdue } from './review';

/** What is left to do of the access reviews of a system. */
export interface ReviewsToDo {
  /** How many accounts are not judged yet though the day is over. */
  overdue: number;
  canBeSignedOff: boolean;
  /** How many decisions to revoke or change something nobody has seen done. */
  toCarryOut: number;
}

/** Counts what is left to do of the access reviews of a system. */
export async function loadReviewsToDo(
  { reviews, reviewItems }: Stores,
  entityRef: string,
  now: Date,
): Promise<ReviewsToDo> {
  const toCarryOut = await reviewItems.countToCarryOut(entityRef);
  const open = await reviews.findOpen(entityRef);
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
