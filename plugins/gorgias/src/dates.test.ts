import { Settings } from 'luxon';
import { dayOf, endOfDay, lengthOf } from './dates';

describe('days', () => {
  const zone = Settings.defaultZone;
  afterEach(() => {
    Settings.defaultZone = zone;
  });

  it.each([
    ['UTC', '2026-12-31', '2026-12-31T23:59:59.999Z'],
    ['Pacific/Auckland', '2026-12-31', '2026-12-31T10:59:59.999Z'],
    // That day has 25 hours.
    ['America/New_York', '2026-11-01', '2026-11-02T04:59:59.999Z'],
  ])('end, in %s, with the day that was entered', (name, day, end) => {
    Settings.defaultZone = name;
    expect(endOfDay(day)).toBe(end);
    expect(dayOf(end)).toBe(day);
  });

  it.each(['', '2026-02-30', 'soon'])('are none: %p', day => {
    expect(endOfDay(day)).toBeUndefined();
  });
});

describe('lengthOf', () => {
  it.each([
    [0, ''],
    [59, ''],
    [60, '1 minute'],
    [60 * 61, '1 hour, 1 minute'],
    [60 * 60 * 26 + 60 * 5, '1 day, 2 hours'],
    [60 * 60 * 24 * 3, '3 days'],
  ])('says %d seconds in two units at most', (seconds, words) => {
    expect(lengthOf(seconds)).toBe(words);
  });
});
