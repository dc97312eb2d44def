import { DateTime } from 'luxon';

/** The beginning of a day that somebody entered as `2026-12-31`, in their time zone. */
export function startOfDay(day: string): string | undefined {
  return DateTime.fromISO(day).startOf('day').toUTC().toISO() ?? undefined;
}

/**
 * The end of a day that somebody entered as `2026-12-31`, in their time zone:
 * who says "until the 31st" means that day too.
 */
export function endOfDay(day: string): string | undefined {
  return DateTime.fromISO(day).endOf('day').toUTC().toISO() ?? undefined;
}

/** The day of a moment as a date field has it, in the user's time zone. */
export function dayOf(moment: string): string {
  return DateTime.fromISO(moment).toISODate() ?? '';
}

/**
 * The end of a day that somebody entered, but no later than now, for what has
 * happened on that day; nothing for a day that is yet to come.
 */
export function endOfPastDay(day: string, now: Date): string | undefined {
  const moment = DateTime.fromISO(day);
  if (!moment.isValid || moment.toMillis() > now.getTime()) {
    return undefined;
  }
  return DateTime.min(moment.endOf('day'), DateTime.fromJSDate(now))
    .toUTC()
    .toISO()!;
}

/**
 * The moment of a day and a time of day, such as `14:30`, that somebody
 * entered; without a time the end of the day, but no later than now. Nothing
 * for a moment that is yet to come.
 */
export function pastMoment(
  day: string,
  time: string,
  now: Date,
): string | undefined {
  if (!time) {
    return endOfPastDay(day, now);
  }
  const moment = DateTime.fromISO(`${day}T${time}`);
  return moment.isValid && moment.toMillis() <= now.getTime()
    ? moment.toUTC().toISO()!
    : undefined;
}
