import { DateTime, Settings } from 'luxon';
import { daysOf, periodOf } from './periods';

describe('periods', () => {
  const zone = Settings.defaultZone;
  afterEach(() => {
    Settings.defaultZone = zone;
  });

  it.each([
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['lastQuarter', '2026-05-31', '2026-01-01', '2026-03-31'],
    ['lastQuarter', '2026-01-01', '2025-10-01', '2025-12-31'],
    ['last12Months', '2026-05-31', '2025-05-31', '2026-05-31'],
  ] as const)('that are usual: %s on %s', (period, today, from, to) => {
    expect(daysOf(period, DateTime.fromISO(today))).toEqual({ from, to });
  });

  it.each([
    ['2026-03-01', '2026-03-30', '2026-03-30T21:59:59.999Z'],
    // The day that goes on, as far as it has gone.
    ['2026-03-01', '2026-03-31', '2026-03-31T10:00:00.000Z'],
    ['2026-03-01', '2026-04-01', undefined],
    ['2026-03-02', '2026-03-01', undefined],
    ['', '2026-03-01', undefined],
    ['2026-03-01', '', undefined],
  ])('of days: %s to %s', (from, to, end) => {
    Settings.defaultZone = 'Europe/Berlin';
    const period = periodOf({ from, to }, new Date('2026-03-31T10:00:00Z'));
    expect(period?.to).toBe(end);
  });
});
