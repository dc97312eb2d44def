import {
  apiKey,
  bearer,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = 'ivy.nakamura@acme.example';

describe('every endpoint', () => {
  it.each([
    ['nothing', undefined],
    ['a wrong API key', apiKey(ivy, 'wrong')],
    ['an API key of nobody', apiKey('nobody@acme.example')],
    ['the API key of a deactivated user', apiKey('elise.caron@acme.example')],
    ['another scheme', 'Digest abc'],
    ['no token', 'Bearer '],
  ])('refuses %s', async (_, authorization) => {
    const { get } = await startEmulator();
    const paths = ['/users', '/users/1', '/account', '/events', '/nothing'];
    for (const path of paths) {
      const response = await get(`/acme/api${path}`, authorization);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        error: { msg: 'Unauthorized.' },
      });
    }
  });

  it('wants the scope it is about', async () => {
    const emulator = await startEmulator();
    const needed = {
      '/users': 'users:read',
      '/users/0': 'users:read',
      '/account': 'account:read',
      '/account/settings': 'account:read',
      '/events': 'events:read',
    };
    const scopes = ['users:read', 'account:read', 'events:read'];
    for (const scope of scopes) {
      const token = await bearer(emulator, scope);
      for (const [path, neededScope] of Object.entries(needed)) {
        const { status } = await emulator.get(`/acme/api${path}`, token);
        expect([path, scope, status]).toEqual([
          path,
          scope,
          scope === neededScope ? 200 : 403,
        ]);
      }
    }
  });

  it('answers 404 in JSON for what it does not have', async () => {
    const { get } = await startEmulator();
    const response = await get('/acme/api/tickets', apiKey(ivy));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { msg: 'Not found.' } });
  });

  it('refuses tokens of a user who is gone or deactivated meanwhile', async () => {
    const emulator = await startEmulator();
    const email = 'sam.rivers@acme.example';
    const token = await bearer(emulator, 'users:read', email);
    const status = async () =>
      (await emulator.get('/acme/api/users', token)).status;
    expect(await status()).toBe(200);
    const sam = '/accounts/acme/users/411805933';
    await emulator.control('PATCH', sam, { active: false });
    expect(await status()).toBe(401);
    await emulator.control('PATCH', '/accounts/acme/behaviour', {
      deactivatedCallerRefused: false,
    });
    expect(await status()).toBe(200);
    await emulator.control('DELETE', sam);
    expect(await status()).toBe(401);
  });
});

describe('GET /api/account', () => {
  it('names the account', async () => {
    const { get } = await startEmulator();
    const response = await get('/acme/api/account', apiKey(ivy));
    expect(await response.json()).toMatchObject({
      created_datetime: '2023-02-14T09:12:40.100200+00:00',
      deactivated_datetime: null,
      domain: 'acme',
      settings: [{ type: 'business-hours' }, { type: 'access' }],
      status: { status: 'active' },
    });
  });
});

describe('GET /api/account/settings', () => {
  it('gives the settings of a type to admins', async () => {
    const { get } = await startEmulator();
    const path = '/acme/api/account/settings';
    const all = await (await get(path, apiKey(ivy))).json();
    expect(all.data).toHaveLength(2);
    const access = await (await get(`${path}?type=access`, apiKey(ivy))).json();
    expect(access).toEqual({
      data: [
        {
          id: 158895,
          type: 'access',
          data: {
            signup_mode: 'invite',
            allowed_domains: [],
            google_sso_enabled: true,
            office365_sso_enabled: false,
            two_fa_enforced_datetime: null,
            sso_enforced_datetime: null,
          },
        },
      ],
    });
  });

  it('gives nothing to others', async () => {
    const { get } = await startEmulator();
    const response = await get(
      '/acme/api/account/settings?type=access',
      apiKey('sam.rivers@acme.example'),
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: { msg: 'Forbidden.' } });
  });

  it('carries the secret of an SSO provider, for clients to drop', async () => {
    const { get } = await startEmulator();
    const response = await get(
      '/acme-enterprise/api/account/settings?type=access',
      apiKey(ivy, 'acme-enterprise-api-key'),
    );
    const [{ data }] = (await response.json()).data;
    expect(data.custom_sso_providers.okta.client_secret).toContain('secret');
    expect(data.sso_enforced_datetime).toBe('2026-01-15T00:00:00');
  });
});

it('answers for an unknown account with an HTML page', async () => {
  const { get } = await startEmulator();
  const response = await get('/nobody/api/account', apiKey(ivy));
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('text/html');
});
