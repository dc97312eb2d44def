import { SubjectAccount } from './subjects';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** When an account was no longer active, as far as is known; `null` also while it is. @public */
export function removedAt({
  state,
  deactivatedAt,
  goneAt,
}: Pick<SubjectAccount, 'state' | 'deactivatedAt' | 'goneAt'>): string | null {
  // An account that was deleted may have been deactivated long before.
  return state === 'active' ? null : deactivatedAt ?? goneAt;
}

/** From leaving to removal, 0 when it was before. @public */
export function secondsToRemove(
  offboardedAt: string | null,
  removed: string | null,
): number | null {
  return offboardedAt === null || removed === null
    ? null
    : Math.max(
        0,
        Math.round((Date.parse(removed) - Date.parse(offboardedAt)) / 1000),
      );
}

/**
 * Whether an account was logged in to after its person left. Somebody of whom
 * only the day is known may have worked on that day, so only what came after
 * it counts.
 *
 * @public
 */
export function wasUsedAfterLeaving(
  offboardedAt: string | null,
  lastLogInAt: string | null,
): boolean {
  if (offboardedAt === null || lastLogInAt === null) {
    return false;
  }
  const left = Date.parse(offboardedAt);
  const isDay = left % DAY_MILLISECONDS === 0;
  const logIn = Date.parse(lastLogInAt);
  return isDay ? logIn >= left + DAY_MILLISECONDS : logIn > left;
}

/** By when the access of somebody who left is to be removed. @public */
export function dueAt(
  offboardedAt: string | null,
  revokeWithinDays: number,
): string | null {
  return (
    offboardedAt &&
    new Date(
      Date.parse(offboardedAt) + revokeWithinDays * DAY_MILLISECONDS,
    ).toISOString()
  );
}
