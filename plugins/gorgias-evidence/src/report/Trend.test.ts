import {
  countStatuses,
  VERDICT_STATUSES,
  worstStatus,
} from 'backstage-plugin-gorgias-checks';
import fc from 'fast-check';
import { Json } from '../canonical';
import { LedgerEntry } from '../entry';
import { POPULATION_KINDS, PopulationReplay } from '../population';
import { Trend } from './Trend';

const SYSTEM = 'resource:default/gorgias';
const BEGIN = Date.parse('2026-12-01T00:00:00.000Z');
const PERIOD = {
  from: '2026-12-01T12:00:00.000Z',
  to: '2026-12-08T06:00:00.000Z',
};

const row = fc
  .record({
    accountId: fc.constantFrom('1', '2', '3', '4'),
    statuses: fc.array(fc.constantFrom(...VERDICT_STATUSES), { maxLength: 3 }),
  })
  .map(({ accountId, statuses }) => ({
    accountId,
    verdicts: Object.fromEntries(
      statuses.map((status, index) => [`check-${index}`, { status }]),
    ),
  }));
const rows = fc.array(row, { maxLength: 4 });

const entries = fc
  .array(
    fc.record({
      hours: fc.nat(30),
      kind: fc.constantFrom(...Object.values(POPULATION_KINDS)),
      rows,
      removed: fc.subarray(['1', '2', '3', '4']),
    }),
    { maxLength: 20 },
  )
  .map(events => {
    let at = BEGIN;
    return events.map(({ hours, kind, ...body }) => {
      at += hours * 3600_000;
      const time = new Date(at).toISOString();
      return {
        at: time,
        kind,
        entityRef: SYSTEM,
        body: {
          ...body,
          outcome: 'complete',
          factsAt: time,
          staleAfterSeconds: 24 * 3600,
        } as Json,
      } as LedgerEntry;
    });
  });

/** By looking through everybody, with nothing kept. */
function countAt(time: string, all: LedgerEntry[]) {
  const replay = new PopulationReplay(SYSTEM);
  all.filter(({ at }) => at <= time).forEach(entry => replay.add(entry));
  const population = replay.at(time);
  const counts = countStatuses([]);
  population?.rows.forEach(({ verdicts }) => {
    counts[
      worstStatus(Object.values(verdicts).map(({ status }) => status))
    ] += 1;
  });
  return { at: time, counts: population && counts };
}

describe('Trend', () => {
  it('counts as they change what looking through everybody on each day would', () => {
    fc.assert(
      fc.property(entries, all => {
        const trend = new Trend(PERIOD);
        const replay = new PopulationReplay(SYSTEM, (before, after) =>
          trend.change(before, after),
        );
        all
          .filter(({ at }) => at <= PERIOD.to)
          .forEach(entry => {
            trend.advance(entry.at, replay);
            replay.add(entry);
          });
        const points = trend.points(replay);
        expect(points.map(({ at }) => at.slice(8, 13))).toEqual([
          ...['01T12', '02T12', '03T12', '04T12', '05T12', '06T12', '07T12'],
          '08T06',
        ]);
        expect(points).toEqual(points.map(({ at }) => countAt(at, all)));
      }),
    );
  });

  it.each([
    ['2026-12-01T00:00:00.000Z', 1],
    ['2026-12-02T00:00:00.000Z', 2],
    ['2027-03-30T00:00:00.000Z', 120],
    ['2027-03-31T00:00:00.000Z', 61],
    ['2036-12-01T00:00:00.000Z', 119],
  ])('has not more points than can be seen until %s', (to, length) => {
    const period = { from: '2026-12-01T00:00:00.000Z', to };
    const points = new Trend(period).points(new PopulationReplay(SYSTEM));
    expect(points).toHaveLength(length);
    expect(points.at(-1)).toEqual({ at: to, counts: undefined });
  });
});
