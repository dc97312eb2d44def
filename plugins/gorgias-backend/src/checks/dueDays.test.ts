import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import { ConfigReader } from '@backstage/config';
import { readGorgiasConfig } from '../config';

const read = (settings: object) =>
  readGorgiasConfig(
    new ConfigReader({
      gorgias: {
        oauth: { clientId: 'id', clientSecret: 'secret' },
        encryption: { keys: [{ id: 'k1', secret: 's'.repeat(32) }] },
        ...settings,
      },
    }),
  ).dueDays;

describe('due days', () => {
  it('are the defaults, but for the checks that the configuration names', () => {
    expect(read({})).toEqual(DEFAULT_DUE_DAYS);
    expect(read({ checks: {} })).toEqual(DEFAULT_DUE_DAYS);
    expect(
      read({ checks: { dueDays: { 'mfa-enabled': 14, 'access-valid': 0.5 } } }),
    ).toEqual({ ...DEFAULT_DUE_DAYS, 'mfa-enabled': 14, 'access-valid': 0.5 });
  });

  it.each([
    [{ 'mfa-enabled': 0 }, '.mfa-enabled must be a number of days above 0'],
    [{ 'mfa-enabled': -1 }, '.mfa-enabled must be a number of days above 0'],
    [{ 'mfa-enabled': 1e9 }, '.mfa-enabled must be a number of days above 0'],
    [{ 'mfa-enabled': '7' }, '.mfa-enabled must be a number of days above 0'],
    [
      { mfa: 7 },
      ' has mfa, which is no check; the checks are user-identified, ',
    ],
    [7, ' must be numbers of days by the id of the check'],
  ])('may not be %j', (dueDays, message) => {
    const run = () => read({ checks: { dueDays } });
    expect(run).toThrow(
      `Invalid configuration: gorgias.checks.dueDays${message}`,
    );
    expect(run).toThrow(/^[^\n]+$/);
  });
});
