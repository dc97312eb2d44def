import { describeIssues, settingsSchema } from './schemas';

const SECRET = 'very-secret';
const okta = {
  name: SECRET,
  client_id: SECRET,
  client_secret: SECRET,
  server_metadata_url: SECRET,
};

const parse = (data: unknown) =>
  settingsSchema.parse({ data: [{ id: 1, type: 'access', data }] });
const problemOf = (data: unknown) => {
  const { error } = settingsSchema.safeParse({
    data: [{ type: 'access', data }],
  });
  return error && describeIssues(error);
};

describe('the access settings of an answer', () => {
  it('keep the dates and the ways of single sign-on, and nothing else', () => {
    expect(
      parse({
        signup_mode: 'allowed-domains',
        allowed_domains: ['acme.example'],
        google_sso_enabled: true,
        office365_sso_enabled: true,
        two_fa_enforced_datetime: '2026-03-01T00:00:00',
        sso_enforced_datetime: null,
        skip_2fa_after_sso_datetime: '2026-03-01T00:00:00',
        custom_sso_providers: { okta, 'Acme ID': okta, google: okta },
      }),
    ).toStrictEqual({
      twoFactorEnforcedAt: '2026-03-01T00:00:00.000Z',
      ssoEnforcedAt: null,
      ssoWays: ['google', 'office365', 'okta', 'Acme ID'],
    });
  });

  it.each([
    ['2026-01-15T00:00:00', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15 00:00:00', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15T00:00:00.123456+00:00', '2026-01-15T00:00:00.123Z'],
    ['2026-01-15T00:00:00Z', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15T00:00:00+02:00', '2026-01-14T22:00:00.000Z'],
    ['2026-01-15T00:00:00-0500', '2026-01-15T05:00:00.000Z'],
  ])('read the time %s', (written, time) => {
    expect(parse({ sso_enforced_datetime: written })).toStrictEqual({
      ssoEnforcedAt: time,
    });
    expect(parse({ two_fa_enforced_datetime: written })).toStrictEqual({
      twoFactorEnforcedAt: time,
    });
  });

  it.each([
    ['all off', false, false, {}, []],
    ['one on, the others not told', null, true, undefined, ['office365']],
    ['one on, the others off', false, false, { okta }, ['okta']],
    ['Google not told', null, false, {}, undefined],
    ['Microsoft 365 not told', false, undefined, {}, undefined],
    ['custom providers not told', false, false, undefined, undefined],
    ['custom providers null', false, false, null, undefined],
    ['nothing told', undefined, undefined, undefined, undefined],
  ])(
    'read ways of single sign-on: %s',
    (_, google, office365, custom, ways) => {
      expect(
        parse({
          google_sso_enabled: google,
          office365_sso_enabled: office365,
          custom_sso_providers: custom,
        }),
      ).toStrictEqual(ways ? { ssoWays: ways } : {});
    },
  );

  it.each([
    ['sso_enforced_datetime', SECRET],
    ['sso_enforced_datetime', ''],
    ['sso_enforced_datetime', 1768435200],
    ['two_fa_enforced_datetime', SECRET],
    ['google_sso_enabled', SECRET],
    ['office365_sso_enabled', 1],
    ['custom_sso_providers', [okta]],
    ['custom_sso_providers', SECRET],
  ])('name %s when it is %p, without its value', (field, value) => {
    expect(problemOf({ [field]: value })).toMatch(
      new RegExp(`^data\\.${field}: (?!.*${SECRET})`),
    );
  });

  it('are those of type access, whatever else is set', () => {
    const others = [
      { type: 'business-hours', data: { sso_enforced_datetime: 'x' } },
      { type: 'views-ordering', data: ['a'] },
      { type: 'auto-merge' },
    ];
    const access = { type: 'access', data: { sso_enforced_datetime: null } };
    expect(settingsSchema.parse({ data: [...others, access] })).toStrictEqual({
      ssoEnforcedAt: null,
    });
    expect(settingsSchema.parse({ data: others })).toBeUndefined();
    expect(settingsSchema.parse({ data: [] })).toBeUndefined();
  });

  it('may be there and tell nothing', () => {
    expect(parse(null)).toStrictEqual({});
    expect(settingsSchema.parse({ data: [{ type: 'access' }] })).toStrictEqual(
      {},
    );
  });

  it('are not read from something else', () => {
    expect(problemOf('text')).toMatch(/^data: /);
    expect(settingsSchema.safeParse({}).success).toBe(false);
  });
});
