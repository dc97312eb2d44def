import {
  DEFAULT_DUE_DAYS,
  toStale,
  toVerdict,
} from 'backstage-plugin-gorgias-checks';
import {
  CHECK_IDS,
  message,
  sayInEnglish,
  Verdict,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';

const at = (now: string) => ({ now, dueDays: DEFAULT_DUE_DAYS });

const failing = {
  status: 'failing' as const,
  ground: 'It is off.',
  remedy: 'Turn it on.',
  facts: { on: false },
  owner: 'user:default/sam.rivers',
};
const passing = {
  status: 'passing' as const,
  ground: 'It is on.',
  facts: { on: true },
};

describe('toVerdict', () => {
  it('holds since now the first time', () => {
    expect(toVerdict('mfa-enabled', failing, undefined, at(MONDAY))).toEqual({
      checkId: 'mfa-enabled',
      ...failing,
      since: MONDAY,
      dueAt: '2026-11-30T09:00:00.000Z',
    });
    expect(toVerdict('mfa-enabled', passing, undefined, at(MONDAY))).toEqual({
      checkId: 'mfa-enabled',
      ...passing,
      since: MONDAY,
    });
  });

  it('holds since before while the status stays, whatever the ground', () => {
    const before = toVerdict('mfa-enabled', failing, undefined, at(MONDAY));
    expect(
      toVerdict(
        'mfa-enabled',
        { ...failing, ground: 'It is off, and so is the light.' },
        before,
        at(TUESDAY),
      ),
    ).toMatchObject({
      ground: 'It is off, and so is the light.',
      since: MONDAY,
      dueAt: '2026-11-30T09:00:00.000Z',
    });
  });

  it('holds since now when the status changes, and once fixed is due no more', () => {
    const before = toVerdict('mfa-enabled', failing, undefined, at(MONDAY));
    const fixed = toVerdict('mfa-enabled', passing, before, at(TUESDAY));
    expect(fixed).toEqual({
      checkId: 'mfa-enabled',
      ...passing,
      since: TUESDAY,
    });
    expect(
      toVerdict('mfa-enabled', failing, fixed, at('2026-11-25T09:00:00.000Z')),
    ).toMatchObject({
      since: '2026-11-25T09:00:00.000Z',
      dueAt: '2026-12-02T09:00:00.000Z',
    });
  });

  it.each([
    { checkId: 'user-identified' as const, days: 7 },
    { checkId: 'offboarded-access-removed' as const, days: 1 },
    { checkId: 'access-control-configured' as const, days: 7 },
    { checkId: 'mfa-enabled' as const, days: 7 },
    { checkId: 'access-valid' as const, days: 7 },
  ])('gives $days days for $checkId', ({ checkId, days }) => {
    const { dueAt } = toVerdict(checkId, failing, undefined, at(MONDAY));
    expect((Date.parse(dueAt!) - Date.parse(MONDAY)) / 86_400_000).toBe(days);
  });

  it('is due and somebody’s to fix only when failing', () => {
    for (const status of VERDICT_STATUSES.filter(one => one !== 'failing')) {
      const verdict = toVerdict(
        'mfa-enabled',
        { ...failing, status },
        undefined,
        at(MONDAY),
      );
      expect(verdict).not.toHaveProperty('dueAt');
      expect(verdict).not.toHaveProperty('owner');
    }
  });
});

describe('toStale', () => {
  const verdicts = CHECK_IDS.flatMap(checkId =>
    VERDICT_STATUSES.map(
      (status): Verdict => ({
        checkId,
        status,
        ground: 'It was so.',
        facts: {},
        since: MONDAY,
        ...(status === 'failing' && { dueAt: TUESDAY, owner: 'user:a/b' }),
      }),
    ),
  );

  it.each(verdicts)('leaves no $status of $checkId in force', verdict => {
    const stale = toStale(verdict, TUESDAY);
    expect(['stale', 'not-applicable', 'not-configured']).toContain(
      stale.status,
    );
    expect(stale).not.toHaveProperty('dueAt');
    expect(stale).not.toHaveProperty('owner');
  });

  it('says what it was, and since when nobody knows better', () => {
    const before = toVerdict('mfa-enabled', failing, undefined, at(MONDAY));
    expect(toStale(before, TUESDAY)).toEqual({
      checkId: 'mfa-enabled',
      status: 'stale',
      ground:
        'Gorgias has not been read for too long. When it last was, this was failing: It is off.',
      remedy: 'See why the last sync failed, and sync again.',
      remedyParts: [message('verdict.seeWhyFailed')],
      facts: { on: false },
      since: TUESDAY,
    });
  });

  it('says the same by ids, where these are known', () => {
    const groundParts = [message('mfa.on')];
    const { ground, groundParts: parts } = toStale(
      {
        checkId: 'mfa-enabled',
        status: 'passing',
        ground: sayInEnglish(groundParts),
        groundParts,
        facts: {},
        since: MONDAY,
      },
      TUESDAY,
    );
    expect(parts).toHaveLength(2);
    expect(sayInEnglish(parts!)).toBe(ground);
  });

  it('leaves alone what needs no facts of Gorgias', () => {
    for (const status of ['not-applicable', 'not-configured'] as const) {
      const verdict: Verdict = {
        checkId: 'access-valid',
        status,
        ground: 'So it is.',
        facts: {},
        since: MONDAY,
      };
      expect(toStale(verdict, TUESDAY)).toEqual(verdict);
    }
  });
});
