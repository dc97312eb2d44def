import { ReviewRecurrence } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';

const MONTHS: Readonly<Record<ReviewRecurrence, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/** When the next review begins, by the calendar in UTC. */
export function nextStart(
  startedAt: string,
  recurrence: ReviewRecurrence,
): string {
  return DateTime.fromISO(startedAt, { zone: 'utc' })
    .plus({ months: MONTHS[recurrence] })
    .toJSDate()
    .toISOString();
}

const MONTH = 'LLLL yyyy';

/** The title of the next review: with its month, in the place of that of the one before. */
export function nextTitle(
  title: string,
  { startedAt, now }: { startedAt: string; now: string },
): string {
  const monthOf = (at: string) =>
    DateTime.fromISO(at, { zone: 'utc', locale: 'en' }).toFormat(MONTH);
  const before = monthOf(startedAt);
  return title.includes(before)
    ? title.replace(before, monthOf(now))
    : `${title}, ${monthOf(now)}`;
}
