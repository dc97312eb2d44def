import { countStatuses } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { trends } from '../../__testUtils__/trendsFixtures';
import {
  failingInShort,
  plottedStatuses,
  TREND_DAYS,
  trendPoints,
} from './series';

const CHECK = 'mfa-enabled';

describe('the days of a check', () => {
  const until = DateTime.now();
  const points = trendPoints(trends().days, CHECK, until);

  it('are all there, up to the day itself', () => {
    expect(points).toHaveLength(TREND_DAYS);
    expect(points[TREND_DAYS - 1].day).toBe(until.toUTC().toISODate());
    expect(new Set(points.map(({ day }) => day)).size).toBe(TREND_DAYS);
  });

  it('are gaps where nothing was judged, and never zeros', () => {
    expect(points.filter(({ counts }) => !counts)).toHaveLength(5);
    expect(failingInShort(points)).toMatchObject({
      gaps: 5,
      least: 0,
      most: 4,
    });
  });

  it('are plotted with the statuses that occur, worst first', () => {
    expect(plottedStatuses(points)).toEqual([
      'failing',
      'unknown',
      'stale',
      'exempt',
      'passing',
    ]);
  });

  it('say nothing of failing when none was judged', () => {
    expect(failingInShort(trendPoints([], CHECK, until))).toBeUndefined();
  });

  it('do not count what is not applicable', () => {
    expect(
      plottedStatuses([
        { day: '2026-01-01', counts: countStatuses(['not-applicable']) },
      ]),
    ).toEqual([]);
  });
});
