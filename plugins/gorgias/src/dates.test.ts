import { Settings } from 'luxon';
import { dayOf, endOfDay, endOfPastDay, pastMoment } from './dates';

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
    expect(endOfPastDay(day, new Date())).toBeUndefined();
  });

  it.each([
    ['2026-12-30', '2026-12-30T23:59:59.999Z'],
    ['2026-12-31', '2026-12-31T08:00:00.000Z'],
    ['2027-01-01', undefined],
  ])('that are over, or begun: %s', (day, end) => {
    Settings.defaultZone = 'UTC';
    expect(endOfPastDay(day, new Date('2026-12-31T08:00:00Z'))).toBe(end);
  });

  it.each([
    ['2026-12-30', '', '2026-12-30T22:59:59.999Z'],
    ['2026-12-30', '14:30', '2026-12-30T13:30:00.000Z'],
    ['2026-12-31', '', '2026-12-31T08:00:00.000Z'],
    ['2026-12-31', '09:01', undefined],
    ['', '14:30', undefined],
  ])('have times, no later than now: %s %s', (day, time, moment) => {
    Settings.defaultZone = 'Europe/Berlin';
    const now = new Date('2026-12-31T08:00:00Z');
    expect(pastMoment(day, time, now)).toBe(moment);
  });
});
