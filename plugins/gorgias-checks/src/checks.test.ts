import fc from 'fast-check';
import { countStatuses, VERDICT_STATUSES, worstStatus } from './checks';

const statuses = fc.array(fc.constantFrom(...VERDICT_STATUSES));

describe('worstStatus', () => {
  it('follows the order that the design fixes', () => {
    expect(VERDICT_STATUSES).toEqual([
      'failing',
      'unknown',
      'stale',
      'not-configured',
      'exempt',
      'passing',
      'not-applicable',
    ]);
    expect(worstStatus([])).toBe('not-applicable');
    expect(worstStatus(['passing', 'unknown', 'exempt'])).toBe('unknown');
    expect(worstStatus(['passing', 'not-applicable'])).toBe('passing');
    expect(worstStatus(new Set(['stale', 'failing'] as const))).toBe('failing');
  });

  it('is one of the list that no other is worse than', () => {
    fc.assert(
      fc.property(statuses, list => {
        const rank = VERDICT_STATUSES.indexOf(worstStatus(list));
        const ranks = list.map(status => VERDICT_STATUSES.indexOf(status));
        expect(rank).toBe(Math.min(VERDICT_STATUSES.length - 1, ...ranks));
      }),
    );
  });

  it('is not improved by anything that is added', () => {
    fc.assert(
      fc.property(
        statuses,
        fc.constantFrom(...VERDICT_STATUSES),
        (list, more) => {
          expect(
            VERDICT_STATUSES.indexOf(worstStatus([...list, more])),
          ).toBeLessThanOrEqual(VERDICT_STATUSES.indexOf(worstStatus(list)));
        },
      ),
    );
  });

  it('is passing only where nothing worse is', () => {
    fc.assert(
      fc.property(statuses, list => {
        const allFine = list.every(status =>
          ['passing', 'not-applicable'].includes(status),
        );
        expect(['passing', 'not-applicable'].includes(worstStatus(list))).toBe(
          allFine,
        );
      }),
    );
  });
});

describe('countStatuses', () => {
  it('has an entry for every status', () => {
    expect(countStatuses(['passing', 'failing', 'passing'])).toEqual({
      failing: 1,
      unknown: 0,
      stale: 0,
      'not-configured': 0,
      exempt: 0,
      passing: 2,
      'not-applicable': 0,
    });
  });

  it('adds up', () => {
    fc.assert(
      fc.property(statuses, list => {
        const counts = countStatuses(list);
        expect(Object.keys(counts)).toEqual([...VERDICT_STATUSES]);
        expect(Object.values(counts).reduce((a, b) => a + b)).toBe(list.length);
        for (const status of VERDICT_STATUSES) {
          expect(counts[status]).toBe(list.filter(s => s === status).length);
        }
      }),
    );
  });
});
