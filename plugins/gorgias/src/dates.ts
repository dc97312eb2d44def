import { DateTime, Duration } from 'luxon';

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

/** A length of time in its two largest units, such as "3 days, 4 hours"; empty for less than a minute. */
export function lengthOf(seconds: number): string {
  const length = Duration.fromObject({ seconds })
    .shiftTo('days', 'hours', 'minutes')
    .mapUnits(Math.floor);
  const shown =
    length.days > 0 ? length.set({ minutes: 0 }) : length.set({ days: 0 });
  const { days, hours, minutes } = shown;
  return days + hours + minutes > 0 ? shown.removeZeros().toHuman() : '';
}
