import { decodeJwt } from 'jose';
import { Browser } from '../testing/Browser';
import {
  apiKey,
  bearer,
  oauthApp,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = 'ivy.nakamura@acme.example';
const sam = '/accounts/acme/users/411805933';
const DAY = 24 * 60 * 60;

async function startWith(behaviour: object): Promise<RunningEmulator> {
  const emulator = await startEmulator();
  await behave(emulator, behaviour);
  return emulator;
}

async function behave(emulator: RunningEmulator, behaviour: object) {
  const path = '/accounts/acme/behaviour';
  const response = await emulator.control('PATCH', path, behaviour);
  expect(response.status).toBe(200);
  expect((await response.json()).behaviour).toMatchObject(behaviour);
}

async function read(emulator: RunningEmulator, path: string) {
  return (await emulator.get(`/acme/api${path}`, apiKey(ivy))).json();
}

function idsOf(page: { data: { id: number }[] }): number[] {
  return page.data.map(({ id }) => id);
}

async function refresh(emulator: RunningEmulator, refreshToken: string) {
  const client = `${oauthApp.clientId}:${oauthApp.clientSecret}`;
  const response = await fetch(`${emulator.baseUrl}/acme/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(client).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    }),
  });
  return { status: response.status, body: await response.json() };
}

function grant(emulator: RunningEmulator, scope = 'offline users:read') {
  return emulator.grant({ subdomain: 'acme', email: ivy, scope });
}

it.each([
  { maxPageSize: 0 },
  { maxPageSize: 101 },
  { cursorKind: 'page' },
  { rotatesRefreshTokens: 'yes' },
  { expiresInSeconds: -1 },
  { clockSkewSeconds: 0.5 },
  { clockSkewSeconds: 1e12 },
  { scopesGranted: ['everything'] },
  { eventsRecorded: null },
  { settingsNeedAdmin: 0 },
])('refuses %j', async behaviour => {
  const { control } = await startEmulator();
  const path = '/accounts/acme/behaviour';
  expect((await control('PATCH', path, behaviour)).status).toBe(400);
});

describe('maxPageSize', () => {
  it.each(['/users', '/events'])('cuts the pages of %s', async path => {
    const emulator = await startWith({ maxPageSize: 5 });
    for (const email of ['one@acme.example', 'two@acme.example']) {
      for (const name of ['A', 'B', 'C']) {
        await emulator.control('PATCH', sam, { name, email });
      }
    }
    const first = await read(emulator, `${path}?limit=100`);
    expect(first.data).toHaveLength(5);
    const more = `limit=100&cursor=${first.meta.next_cursor}`;
    const second = await read(emulator, `${path}?${more}`);
    expect(second.data.length).toBeGreaterThan(0);
    expect(idsOf(first)).not.toContain(idsOf(second)[0]);
    expect((await read(emulator, `${path}?limit=2`)).data).toHaveLength(2);
  });
});

describe('cursorKind', () => {
  const query = '/users?limit=10&order_by=created_datetime:asc';

  it.each([
    ['key', 0],
    ['offset', 1],
  ])('%s makes a client miss %i when one goes', async (cursorKind, missed) => {
    const emulator = await startWith({ cursorKind });
    const all = idsOf(await read(emulator, '/users?limit=100'));
    const first = await read(emulator, query);
    const gone = `/accounts/acme/users/${first.data[0].id}`;
    await emulator.control('DELETE', gone);
    const seen = idsOf(first);
    let cursor = first.meta.next_cursor;
    while (cursor) {
      const page = await read(emulator, `${query}&cursor=${cursor}`);
      seen.push(...idsOf(page));
      cursor = page.meta.next_cursor;
    }
    expect(all.filter(id => !seen.includes(id))).toHaveLength(missed);
  });

  it.each([
    ['key', 0],
    ['offset', 1],
  ])(
    '%s makes a client see %i twice when one comes',
    async (cursorKind, twice) => {
      const emulator = await startWith({ cursorKind });
      const newestFirst = '/users?limit=10&order_by=created_datetime:desc';
      const first = await read(emulator, newestFirst);
      await emulator.control('POST', '/accounts/acme/users', {
        name: 'New Agent',
        email: 'new@acme.example',
        role: 'agent',
      });
      const more = `${newestFirst}&cursor=${first.meta.next_cursor}`;
      const second = await read(emulator, more);
      const seen = idsOf(first);
      expect(idsOf(second).filter(id => seen.includes(id))).toHaveLength(twice);
      const back = `${newestFirst}&cursor=${second.meta.prev_cursor}`;
      expect((await read(emulator, back)).data).toHaveLength(10);
    },
  );
});

describe('rotatesRefreshTokens', () => {
  it('ends a refresh token with its first use', async () => {
    const emulator = await startWith({ rotatesRefreshTokens: true });
    const old = (await grant(emulator)).refresh_token!;
    const both = await Promise.all([
      refresh(emulator, old),
      refresh(emulator, old),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const { refresh_token: next } = both.find(
      ({ status }) => status === 200,
    )!.body;
    expect(next).not.toBe(old);
    expect((await refresh(emulator, next)).status).toBe(200);
    expect((await refresh(emulator, next)).body).toEqual({
      error: 'invalid_grant',
    });
  });
});

describe('expiresInSeconds', () => {
  it('is left out when null', async () => {
    const emulator = await startWith({ expiresInSeconds: null });
    const reply = await grant(emulator);
    expect(reply).not.toHaveProperty('expires_in');
    const { body } = await refresh(emulator, reply.refresh_token!);
    expect(body).not.toHaveProperty('expires_in');
    expect(body.access_token).toEqual(expect.any(String));
  });
});

describe('clockSkewSeconds', () => {
  it.each([
    [DAY, '2026-11-25T09:00:00'],
    [-2 * DAY, '2026-11-22T09:00:00'],
  ])('of %i shows in all that is told', async (clockSkewSeconds, now) => {
    const emulator = await startWith({ clockSkewSeconds });
    const { access_token } = await grant(emulator);
    const { iat, exp } = decodeJwt(access_token);
    expect(iat).toBe(Date.parse(`${now}Z`) / 1000);
    expect(exp).toBe(iat! + DAY);

    await emulator.control('PATCH', sam, { active: false });
    const user = await read(emulator, '/users/411805933');
    expect(user.deactivated_datetime.slice(0, 19)).toBe(now);
    const [event] = (await read(emulator, '/events')).data;
    expect(event.created_datetime.slice(0, 19)).toBe(now);
    const { headers } = await emulator.get('/acme/api/account');
    expect(headers.get('date')).toBe(new Date(`${now}Z`).toUTCString());
  });

  it.each([3 * DAY, -3 * DAY])(
    'of %i lets tokens work for a day, whenever they were issued',
    async clockSkewSeconds => {
      const emulator = await startEmulator();
      const before = await bearer(emulator);
      await behave(emulator, { clockSkewSeconds });
      const tokens = [before, await bearer(emulator)];
      const statuses = () =>
        Promise.all(
          tokens.map(
            async token =>
              (await emulator.get('/acme/api/users/0', token)).status,
          ),
        );
      expect(await statuses()).toEqual([200, 200]);
      emulator.advance(DAY - 1);
      expect(await statuses()).toEqual([200, 200]);
      emulator.advance(1);
      expect(await statuses()).toEqual([401, 401]);
    },
  );
});

describe('scopesGranted', () => {
  const asked = 'offline users:read account:read';

  it('limits what the consent page grants', async () => {
    const emulator = await startWith({
      scopesGranted: ['offline', 'users:read', 'events:read'],
    });
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: oauthApp.clientId,
      redirect_uri: oauthApp.redirectUrls[0],
      scope: asked,
    });
    const browser = new Browser(emulator.baseUrl);
    const consent = await browser.press(
      await browser.open(`${emulator.baseUrl}/acme/oauth/authorize?${query}`),
      'Log in',
      { email: ivy, password: 'acme-password' },
    );
    expect(consent.html).toContain('users:read');
    expect(consent.html).not.toContain('<code>account:read</code>');
    const { leftFor } = await browser.press(consent, 'Allow');
    const client = `${oauthApp.clientId}:${oauthApp.clientSecret}`;
    const response = await fetch(`${emulator.baseUrl}/acme/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(client).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: leftFor!.searchParams.get('code')!,
        redirect_uri: oauthApp.redirectUrls[0],
      }),
    });
    const reply = await response.json();
    expect(reply.scope).toBe('offline users:read');
    expect(decodeJwt(reply.access_token).scope).toBe('offline users:read');
    expect((await grant(emulator, asked)).scope).toBe('offline users:read');
  });

  it('shrinks a grant with the next refresh, and lets it grow again', async () => {
    const emulator = await startEmulator();
    const { refresh_token: token } = await grant(emulator, asked);
    await behave(emulator, { scopesGranted: ['offline', 'users:read'] });
    const { body } = await refresh(emulator, token!);
    expect(body.scope).toBe('offline users:read');
    const authorization = `Bearer ${body.access_token}`;
    const statusOf = async (path: string) =>
      (await emulator.get(`/acme/api${path}`, authorization)).status;
    expect(await statusOf('/users')).toBe(200);
    expect(await statusOf('/account')).toBe(403);
    await behave(emulator, { scopesGranted: null });
    expect((await refresh(emulator, token!)).body.scope).toBe(asked);
  });
});

describe('eventsRecorded', () => {
  it('keeps changes out of the log when off', async () => {
    const emulator = await startWith({ eventsRecorded: false });
    await emulator.control('PATCH', sam, { role: 'admin' });
    await emulator.control('DELETE', sam);
    expect((await read(emulator, '/events')).data).toEqual([]);
    await behave(emulator, { eventsRecorded: true });
    await emulator.control('PATCH', '/accounts/acme/settings', {
      google_sso_enabled: false,
    });
    expect((await read(emulator, '/events')).data).toHaveLength(1);
  });
});

describe('settingsNeedAdmin', () => {
  it('lets every user read the settings when off', async () => {
    const emulator = await startWith({ settingsNeedAdmin: false });
    const caller = apiKey('sam.rivers@acme.example');
    const get = async (path: string) =>
      (await emulator.get(`/acme/api${path}`, caller)).json();
    expect((await get('/account/settings?type=access')).data).toHaveLength(1);
    expect((await get('/account')).settings).toHaveLength(2);
  });
});
