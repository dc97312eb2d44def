import { DateTime, Duration } from 'luxon';

/** How dates, numbers and lengths are written for somebody. */
export interface Formats {
  number(n: number): string;
  /** A part of one, as whole percents. */
  percent(share: number): string;
  /** The day of a moment, in the user's time zone. */
  day(moment: string): string;
  /** The same without the year. */
  shortDay(moment: string): string;
  /** The day of a time of which only the day in UTC counts. */
  utcDay(time: string): string;
  /** A moment to the minute, in the user's time zone. */
  moment(moment: string): string;
  /** A moment to the second, with the time zone. */
  fullMoment(moment: string): string;
  /** How long ago a moment was, or how far ahead it is. */
  ago(moment: string): string;
  /** A length of time in its two largest units, such as "3 days, 4 hours"; empty for less than a minute. */
  length(seconds: number): string;
  /** Several texts as one, "a, b and c". */
  list(texts: string[], join: 'and' | 'or'): string;
}

/** How they are written in a locale. */
export function formatsOf(locale: string): Formats {
  const written =
    (format: Intl.DateTimeFormatOptions) =>
    (moment: string): string =>
      DateTime.fromISO(moment, { locale }).toLocaleString(format);
  const day = written(DateTime.DATE_MED);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    number: n => numbers.format(n),
    percent: share => percents.format(share),
    day,
    shortDay: written({ month: 'short', day: 'numeric' }),
    utcDay: time => day(time.slice(0, 10)),
    moment: written(DateTime.DATETIME_MED),
    fullMoment: written(DateTime.DATETIME_FULL_WITH_SECONDS),
    ago: moment => DateTime.fromISO(moment, { locale }).toRelative() ?? '',
    length: seconds => lengthIn(locale, seconds),
    list: (texts, join) =>
      new Intl.ListFormat(locale, {
        type: join === 'and' ? 'conjunction' : 'disjunction',
      }).format(texts),
  };
}

function lengthIn(locale: string, seconds: number): string {
  const length = Duration.fromObject({ seconds }, { locale })
    .shiftTo('days', 'hours', 'minutes')
    .mapUnits(Math.floor);
  const shown =
    length.days > 0 ? length.set({ minutes: 0 }) : length.set({ days: 0 });
  const { days, hours, minutes } = shown;
  return days + hours + minutes > 0 ? shown.removeZeros().toHuman() : '';
}
