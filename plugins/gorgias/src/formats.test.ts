import { Settings } from 'luxon';
import { formatsOf } from './formats';

const AT = '2026-11-24T09:05:00.000Z';

describe('formats', () => {
  const zone = Settings.defaultZone;
  beforeEach(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterEach(() => {
    Settings.defaultZone = zone;
  });

  it.each([
    ['en-US', '1,234.5', '45%', 'Nov 24, 2026', '3 days, 4 hours', 'a and b'],
    ['en-GB', '1,234.5', '45%', '24 Nov 2026', '3 days, 4 hours', 'a and b'],
    [
      'de',
      '1.234,5',
      '45\u00a0%',
      '24. Nov. 2026',
      '3 Tage, 4 Stunden',
      'a und b',
    ],
  ])(
    'in %s write numbers, days, lengths and lists',
    (locale, number, percent, day, length, list) => {
      const formats = formatsOf(locale);
      expect(formats.number(1234.5)).toBe(number);
      expect(formats.percent(0.45)).toBe(percent);
      expect(formats.day(AT)).toBe(day);
      expect(formats.length(3 * 86_400 + 4 * 3600 + 300)).toBe(length);
      expect(formats.list(['a', 'b'], 'and')).toBe(list);
    },
  );

  it('write moments in the time zone of the user', () => {
    const { moment, fullMoment, shortDay } = formatsOf('de');
    expect(moment(AT)).toBe('24. Nov. 2026, 10:05');
    expect(fullMoment(AT)).toBe('24. November 2026 um 10:05:00 MEZ');
    expect(shortDay(AT)).toBe('24. Nov.');
  });

  it('write a day that is one in UTC as that day everywhere', () => {
    Settings.defaultZone = 'America/New_York';
    const { day, utcDay } = formatsOf('en-US');
    expect(day('2026-11-24T00:00:00.000Z')).toBe('Nov 23, 2026');
    expect(utcDay('2026-11-24T00:00:00.000Z')).toBe('Nov 24, 2026');
  });

  it('say how long ago it was', () => {
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    expect(formatsOf('de').ago(hourAgo)).toBe('vor 1 Stunde');
    expect(formatsOf('en').ago(hourAgo)).toBe('1 hour ago');
  });

  it.each([
    [0, ''],
    [59, ''],
    [60, '1 minute'],
    [60 * 61, '1 hour, 1 minute'],
    [60 * 60 * 26 + 60 * 5, '1 day, 2 hours'],
    [60 * 60 * 24 * 3, '3 days'],
  ])('say %d seconds in two units at most', (seconds, words) => {
    expect(formatsOf('en').length(seconds)).toBe(words);
  });
});
