import fc from 'fast-check';
import {
  accessSettingsArbitrary,
  timeArbitrary,
} from '../__testUtils__/subjects';
import { toSignInSettings } from './signInSettings';

const NOW = '2026-11-24T09:00:00.000Z';

describe('toSignInSettings', () => {
  it.each([
    ['2026-11-24T08:59:59.999Z', true],
    ['2026-11-24T09:00:00.000Z', true],
    ['2026-11-24T09:00:00.001Z', false],
    [null, false],
    [undefined, null],
  ])('takes what is enforced from %s on for %s', (date, inForce) => {
    expect(
      toSignInSettings({ ssoEnforcedAt: date, twoFactorEnforcedAt: date }, NOW),
    ).toEqual({
      ssoEnforced: inForce,
      twoFactorEnforced: inForce,
      twoFactorEnforcedAt: date ?? null,
      ssoWays: null,
    });
  });

  it('tells all ways off from ways not told', () => {
    expect(toSignInSettings({}, NOW).ssoWays).toBeNull();
    expect(toSignInSettings({ ssoWays: [] }, NOW).ssoWays).toEqual([]);
    expect(toSignInSettings({ ssoWays: ['okta'] }, NOW).ssoWays).toEqual([
      'okta',
    ]);
  });

  it('never ends what is in force, and never forgets that nothing is told', () => {
    fc.assert(
      fc.property(
        accessSettingsArbitrary,
        timeArbitrary,
        timeArbitrary,
        (facts, one, other) => {
          const [before, after] = [one, other]
            .sort()
            .map(now => toSignInSettings(facts, now));
          for (const key of ['ssoEnforced', 'twoFactorEnforced'] as const) {
            expect(before[key] === null).toBe(after[key] === null);
            expect(before[key] && !after[key]).not.toBe(true);
          }
        },
      ),
    );
  });
});
