import { SystemVerdict, toStale } from 'backstage-plugin-gorgias-checks';
import {
  CHECK_IDS,
  countStatuses,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { timeArbitrary } from '../__testUtils__/rules';
import { asItEnded, countByCheck, dayOf } from './verdictDays';

const verdict = (
  checkId: SystemVerdict['verdict']['checkId'],
  status: SystemVerdict['verdict']['status'],
): SystemVerdict => ({
  accountId: '1',
  verdict: { checkId, status, ground: '', facts: {}, since: '' },
});
const verdictsArbitrary = fc.array(
  fc
    .tuple(
      fc.constantFrom(...CHECK_IDS),
      fc.constantFrom(...VERDICT_STATUSES.filter(status => status !== 'stale')),
    )
    .map(([checkId, status]) => verdict(checkId, status)),
);

/** As the database counts them, in groups, one of which may come in parts. */
const counted = (verdicts: SystemVerdict[]) =>
  verdicts.map(({ verdict: { checkId, status } }) => ({
    checkId,
    status,
    n: 1,
  }));

describe('days of verdicts', () => {
  it('are days in UTC', () => {
    expect(dayOf('2026-03-01T00:00:00.000Z')).toBe('2026-03-01');
    expect(dayOf('2026-03-01T23:59:59.999Z')).toBe('2026-03-01');
    expect(dayOf('2026-03-01T00:00:00.000Z', 1)).toBe('2026-02-28');
    expect(dayOf('2028-12-31T12:00:00.000Z', 366)).toBe('2027-12-31');
  });

  it('count every verdict once', () => {
    fc.assert(
      fc.property(verdictsArbitrary, verdicts => {
        const counts = Object.values(countByCheck(counted(verdicts))).flatMap(
          check => Object.values(check),
        );
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(verdicts.length);
      }),
    );
  });

  it.each([
    ['2026-11-24T08:59:00Z', '2026-11-24T11:00:00Z', false],
    ['2026-11-24T11:00:00Z', '2026-11-24T11:00:00Z', false],
    ['2026-11-24T11:01:00Z', '2026-11-24T11:00:00Z', true],
    ['2026-11-30T09:00:00Z', '2026-11-24T11:00:00Z', true],
    // Read again shortly before midnight, and so current when the day ended.
    ['2026-11-30T09:00:00Z', '2026-11-25T00:00:00Z', false],
    ['2026-11-30T09:00:00Z', null, false],
  ])(
    'asked at %s for a day whose facts got too old at %s: stale %s',
    (now, staleAt, stale) => {
      const { checks } = asItEnded(
        {
          day: '2026-11-24',
          checks: countByCheck([
            { checkId: 'mfa-enabled', status: 'passing', n: 1 },
          ]),
          staleAt: staleAt && new Date(staleAt).toISOString(),
        },
        new Date(now).toISOString(),
      );
      expect(checks['mfa-enabled']).toMatchObject(
        stale ? { passing: 0, stale: 1 } : { passing: 1, stale: 0 },
      );
    },
  );

  it('count what got stale as a summary shows it', () => {
    fc.assert(
      fc.property(verdictsArbitrary, timeArbitrary, (verdicts, staleAt) => {
        const day = dayOf(staleAt);
        const { checks } = asItEnded(
          { day, checks: countByCheck(counted(verdicts)), staleAt },
          new Date(Date.parse(staleAt) + 1).toISOString(),
        );
        for (const checkId of CHECK_IDS) {
          expect(checks[checkId]).toEqual(
            countStatuses(
              verdicts
                .filter(one => one.verdict.checkId === checkId)
                .map(one =>
                  // The one check that does not rest on what Gorgias says.
                  checkId === 'access-control-configured'
                    ? one.verdict.status
                    : toStale(one.verdict, staleAt).status,
                ),
            ),
          );
        }
      }),
    );
  });
});
