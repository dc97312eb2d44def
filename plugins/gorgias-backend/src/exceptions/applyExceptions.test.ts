import {
  ACCOUNT_CHECKS,
  AccountSubject,
  applyExceptions,
  DEFAULT_DUE_DAYS,
  exceptionFacts,
  lapsesOfOthers,
  mfaEnabled,
  Outcome,
  toStale,
  toVerdict,
} from 'backstage-plugin-gorgias-checks';
import {
  countStatuses,
  sayInEnglish,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import { anException, exceptionArbitrary } from '../__testUtils__/exceptions';
import {
  anAccount,
  aStaffMember,
  aSubject,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { StoredException } from './ExceptionStore';

const without2fa = (differing: Partial<AccountSubject> = {}) =>
  aSubject(aStaffMember(), {
    account: anAccount({ ownTwoFactor: false, hasPassword: true }),
    ...differing,
  });
const FACTS = exceptionFacts('mfa-enabled', without2fa());
const exception = anException({ facts: FACTS });

function apply(
  subject: AccountSubject,
  ...exceptions: StoredException[]
): ReturnType<typeof applyExceptions> {
  return applyExceptions(
    'mfa-enabled',
    mfaEnabled.judge(subject),
    subject,
    exceptions,
  );
}

describe('an exception in force', () => {
  it('makes a failing outcome exempt, and says what it was', () => {
    const failing = mfaEnabled.judge(without2fa());
    expect(failing.status).toBe('failing');
    expect(apply(without2fa(), exception)).toEqual({
      outcome: {
        ...failing,
        status: 'exempt',
        exceptionId: exception.id,
        ground: `Tolerated until 2026-12-31 00:00 UTC; user:default/ivy.nakamura approved it on 2026-11-20 09:00 UTC, for this reason: The token is on order. Otherwise this would fail: ${failing.ground}`,
        groundParts: expect.arrayContaining(failing.groundParts!),
      },
      lapses: [],
    });
  });

  it.each([
    ['another account', { accountId: '2' }],
    ['another check', { checkId: 'access-valid' as const }],
    ['a request', { status: 'requested' as const }],
    ['one that was refused', { status: 'refused' as const }],
    ['one that was withdrawn', { status: 'withdrawn' as const }],
    ['one that lapsed', { status: 'lapsed' as const }],
  ])('is not %s', (_, differing) => {
    const { outcome, lapses } = apply(
      without2fa(),
      anException({ facts: FACTS, ...differing }),
    );
    expect(outcome.status).toBe('failing');
    expect(outcome).not.toHaveProperty('exceptionId');
    expect(lapses).toEqual([]);
  });

  it.each([
    ['2026-12-30T23:59:59.999Z', 'exempt', 0],
    ['2026-12-31T00:00:00.000Z', 'failing', 1],
    ['2026-12-31T00:00:00.001Z', 'failing', 1],
  ])('ends to the millisecond: at %s it is %s', (now, status, ended) => {
    const { outcome, lapses } = apply(without2fa({ now }), exception);
    expect(outcome.status).toBe(status);
    expect(lapses).toHaveLength(ended);
  });

  it('lapses by its date, and says so', () => {
    const now = '2027-01-01T00:00:00.000Z';
    expect(apply(without2fa({ now }), exception).lapses).toMatchObject([
      { exception, because: 'its end came on 2026-12-31 00:00 UTC' },
    ]);
  });

  it('lapses by a fact, and what it covered fails', () => {
    const admin = without2fa({
      account: anAccount({ ownTwoFactor: false, gorgiasRole: 'admin' }),
    });
    const { outcome, lapses } = apply(admin, exception);
    expect(outcome).toEqual(mfaEnabled.judge(admin));
    expect(lapses).toMatchObject([
      { exception, because: 'the Gorgias role grew from Lead to Admin' },
    ]);
  });

  it('has no due date and nobody asked to act', () => {
    const { outcome } = apply(without2fa(), exception);
    const verdict = toVerdict('mfa-enabled', outcome, undefined, {
      now: '2026-11-24T09:00:00.000Z',
      dueDays: DEFAULT_DUE_DAYS,
    });
    expect(verdict).toMatchObject({
      status: 'exempt',
      exceptionId: 'exception-1',
    });
    expect(verdict).not.toHaveProperty('dueAt');
    expect(verdict).not.toHaveProperty('owner');
  });

  it('becomes stale like all else, never passing', () => {
    const { outcome } = apply(without2fa(), exception);
    const verdict = toVerdict('mfa-enabled', outcome, undefined, {
      now: '2026-11-24T09:00:00.000Z',
      dueDays: DEFAULT_DUE_DAYS,
    });
    expect(toStale(verdict, '2026-11-24T11:00:00.000Z')).toMatchObject({
      status: 'stale',
      ground: expect.stringContaining(
        'When it last was, this was exempt: Tolerated until 2026-12-31',
      ),
    });
  });

  it('is counted apart, between passing and what nobody knows', () => {
    const statuses = [apply(without2fa(), exception).outcome.status];
    expect(countStatuses(statuses)).toMatchObject({
      exempt: 1,
      passing: 0,
      failing: 0,
    });
    expect(worstStatus([...statuses, 'passing'])).toBe('exempt');
  });

  it.each([
    ['passes by a setting', { ssoEnforced: true, ssoWays: ['google'] }],
    ['is unknown by a setting', { ssoEnforced: null }],
  ])('is left alone while the check %s', (_, settings) => {
    const subject = without2fa();
    Object.assign(subject, {
      signInSettings: { ...subject.signInSettings, ...settings },
    });
    expect(apply(subject, exception)).toEqual({
      outcome: mfaEnabled.judge(subject),
      lapses: [],
    });
  });

  it('covers nothing while the account is deactivated, and waits', () => {
    const subject = without2fa({
      account: anAccount({ ownTwoFactor: false, state: 'deactivated' }),
    });
    const { outcome, lapses } = apply(subject, exception);
    expect(outcome.status).toBe('not-applicable');
    expect(lapses).toEqual([]);
  });
});

describe('a request', () => {
  it('lapses by its date and by facts too', () => {
    const request = anException({ facts: FACTS, status: 'requested' });
    expect(
      apply(without2fa({ now: '2027-01-01T00:00:00.000Z' }), request).lapses,
    ).toHaveLength(1);
    expect(
      apply(without2fa({ account: anAccount({ ownTwoFactor: true }) }), request)
        .lapses,
    ).toMatchObject([
      {
        exception: request,
        because: 'two-factor authentication was turned on in Gorgias',
      },
    ]);
  });

  it('to extend does not touch the one in force', () => {
    const request = anException({
      id: 'exception-2',
      facts: FACTS,
      status: 'requested',
      until: '2027-03-01T00:00:00.000Z',
    });
    expect(apply(without2fa(), request, exception)).toEqual(
      apply(without2fa(), exception),
    );
  });
});

it('ends exceptions of accounts that the system no longer has', () => {
  const other = anException({ id: 'other', accountId: '9' });
  expect(
    lapsesOfOthers(
      [exception, other],
      [{ id: '1' }],
      '2027-01-01T00:00:00.000Z',
    ),
  ).toMatchObject([
    { exception: other, because: 'its end came on 2026-12-31 00:00 UTC' },
  ]);
  expect(
    lapsesOfOthers(
      [exception, other],
      [{ id: '1' }],
      '2026-12-01T00:00:00.000Z',
    ),
  ).toEqual([]);
});

describe('whatever exceptions there are', () => {
  const any = fc.tuple(
    fc.constantFrom(...ACCOUNT_CHECKS),
    subjectArbitrary,
    fc.array(exceptionArbitrary, { maxLength: 6 }),
  );
  /** Exceptions that hold for the subject come up too seldom by chance. */
  const anyFitting = any.map(([check, subject, exceptions]) => [
    check,
    subject,
    exceptions.map(one => ({
      ...one,
      accountId: subject.account.id,
      checkId: check.id,
      facts: exceptionFacts(check.id, subject),
    })),
  ]) as typeof any;
  const cases = fc.oneof(any, anyFitting);

  it('only ever turn failing into exempt', () => {
    let exempt = 0;
    fc.assert(
      fc.property(cases, ([check, subject, exceptions]) => {
        const before: Outcome = check.judge(subject);
        const { outcome } = applyExceptions(
          check.id,
          before,
          subject,
          exceptions,
        );
        const used = exceptions.find(({ id }) => id === outcome.exceptionId);
        exempt += used ? 1 : 0;
        expect(outcome).toEqual(
          used
            ? {
                ...before,
                status: 'exempt',
                ground: outcome.ground,
                groundParts: outcome.groundParts,
                exceptionId: used.id,
              }
            : before,
        );
        expect(outcome.ground).toContain(before.ground);
        expect(sayInEnglish(outcome.groundParts!)).toBe(outcome.ground);
        const isFair =
          !used ||
          (before.status === 'failing' &&
            used.status === 'approved' &&
            used.until > subject.now);
        expect(isFair).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(exempt).toBeGreaterThan(10);
  });

  it('change nothing when there are none', () => {
    fc.assert(
      fc.property(any, ([check, subject]) => {
        const outcome = check.judge(subject);
        expect(applyExceptions(check.id, outcome, subject, [])).toEqual({
          outcome,
          lapses: [],
        });
      }),
    );
  });

  it('come to the same in any order', () => {
    fc.assert(
      fc.property(cases, ([check, subject, exceptions]) => {
        const outcome = check.judge(subject);
        const judge = (list: StoredException[]) => {
          const { lapses, ...rest } = applyExceptions(
            check.id,
            outcome,
            subject,
            list,
          );
          return { ...rest, lapses: new Set(lapses) };
        };
        expect(judge([...exceptions].reverse())).toEqual(judge(exceptions));
      }),
      { numRuns: 500 },
    );
  });

  it('lapse no more once they have, and only if they are open', () => {
    fc.assert(
      fc.property(cases, ([check, subject, exceptions]) => {
        const outcome = check.judge(subject);
        const { lapses } = applyExceptions(
          check.id,
          outcome,
          subject,
          exceptions,
        );
        for (const { exception: lapsed, because } of lapses) {
          expect(['requested', 'approved']).toContain(lapsed.status);
          expect(because).not.toBe('');
        }
        const gone = new Set(lapses.map(lapse => lapse.exception.id));
        const after = exceptions.map(one =>
          gone.has(one.id) ? { ...one, status: 'lapsed' as const } : one,
        );
        expect(applyExceptions(check.id, outcome, subject, after)).toEqual({
          ...applyExceptions(check.id, outcome, subject, exceptions),
          lapses: [],
        });
      }),
      { numRuns: 500 },
    );
  });
});
