import {
  apiKey,
  bearer,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = apiKey('ivy.nakamura@acme.example');
const sam = '/accounts/acme/users/411805933';

async function call(
  emulator: RunningEmulator,
  method: string,
  path: string,
  body?: object,
) {
  const response = await emulator.control(method, path, body);
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

async function readUser(emulator: RunningEmulator, id: number) {
  const response = await emulator.get(`/acme/api/users/${id}`, ivy);
  return { status: response.status, body: await response.json() };
}

async function readEvents(emulator: RunningEmulator, query = '') {
  const response = await emulator.get(`/acme/api/events${query}`, ivy);
  return { status: response.status, body: await response.json() };
}

describe('users', () => {
  it('join by invitation, without a password', async () => {
    const emulator = await startEmulator();
    const { status, body } = await call(
      emulator,
      'POST',
      '/accounts/acme/users',
      {
        name: 'Hannah Goldberg',
        email: 'hannah.goldberg@acme.example',
        role: 'lite-agent',
      },
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      active: true,
      created_datetime: expect.stringMatching(
        /^2026-11-24T09:00:00\.000\d{3}\+00:00$/,
      ),
      firstname: 'Hannah',
      lastname: 'Goldberg',
      has_password: false,
      has_2fa_enabled: false,
      meta: { sso: null },
      role: { name: 'lite-agent' },
    });
    expect((await readUser(emulator, body.id)).body).toMatchObject(body);
  });

  it('never get the id of a deleted one', async () => {
    const emulator = await startEmulator();
    const invitation = { name: 'A', email: 'a@acme.example', role: 'agent' };
    const invite = () =>
      call(emulator, 'POST', '/accounts/acme/users', invitation);
    const first = (await invite()).body.id;
    const path = `/accounts/acme/users/${first}`;
    expect((await call(emulator, 'DELETE', path)).status).toBe(204);
    expect((await readUser(emulator, first)).status).toBe(404);
    expect((await invite()).body.id).toBe(first + 1);
  });

  it('change as told, at the time of the clock', async () => {
    const emulator = await startEmulator();
    emulator.advance(60);
    await call(emulator, 'PATCH', sam, {
      active: false,
      role: 'night-owl',
      email: 'Former-Agent@acme.example',
      has_2fa_enabled: true,
      sso: 'google',
      has_password: false,
    });
    const now = expect.stringMatching(/^2026-11-24T09:01:00\.000933/);
    expect((await readUser(emulator, 411805933)).body).toMatchObject({
      active: false,
      deactivated_datetime: now,
      updated_datetime: now,
      role: { name: 'night-owl' },
      email: 'Former-Agent@acme.example',
      has_2fa_enabled: true,
      has_password: false,
      meta: { sso: 'google' },
    });
    await call(emulator, 'PATCH', sam, {
      active: true,
      has_2fa_enabled: null,
      email: null,
    });
    const { body } = await readUser(emulator, 411805933);
    expect(body).toMatchObject({
      active: true,
      deactivated_datetime: null,
      email: null,
    });
    expect(body).not.toHaveProperty('has_2fa_enabled');
  });

  it.each([
    [{ active: 'no' }, 'active'],
    [{ role: '' }, 'role'],
    [{ email: 'nobody' }, 'email'],
    [{ has_2fa_enabled: 1 }, 'has_2fa_enabled'],
    [{ colour: 'red' }, 'colour'],
  ])('refuse %j and name the field', async (body, field) => {
    const emulator = await startEmulator();
    const reply = await call(emulator, 'PATCH', sam, body);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.data)).toEqual([field]);
  });

  it('refuse an address that is taken, in any case of letters', async () => {
    const emulator = await startEmulator();
    const reply = await call(emulator, 'PATCH', sam, {
      email: 'IVY.nakamura@acme.example',
    });
    expect(reply.status).toBe(409);
    expect(reply.body.error.data).toEqual({ email: ['Is taken.'] });
    const own = { email: 'SAM.rivers@acme.example' };
    expect((await call(emulator, 'PATCH', sam, own)).status).toBe(200);
  });
});

describe('events', () => {
  it('record what happened to users and settings', async () => {
    const emulator = await startEmulator();
    expect((await readEvents(emulator)).body.data).toEqual([]);
    const { body: invited } = await call(
      emulator,
      'POST',
      '/accounts/acme/users',
      { name: 'B', email: 'b@acme.example', role: 'agent' },
    );
    emulator.advance(1);
    await call(emulator, 'PATCH', sam, { role: 'agent' });
    await call(emulator, 'PATCH', sam, { has_2fa_enabled: true });
    emulator.advance(1);
    await call(emulator, 'PATCH', '/accounts/acme/settings', {
      google_sso_enabled: false,
    });
    await call(emulator, 'DELETE', sam);

    const { body } = await readEvents(emulator);
    const rows = body.data.map((event: any) => [
      event.type,
      event.object_type,
      event.object_id,
    ]);
    expect(rows).toEqual([
      ['user-deleted', 'User', 411805933],
      ['account-setting-updated', 'AccountSetting', 158895],
      ['user-2fa-changed', 'User', 411805933],
      ['user-updated', 'User', 411805933],
      ['user-invited', 'User', invited.id],
    ]);

    const [event] = body.data;
    expect(event).toEqual({
      id: expect.any(Number),
      context: expect.any(String),
      created_datetime: '2026-11-24T09:00:02.000004+00:00',
      data: null,
      object_id: 411805933,
      object_type: 'User',
      type: 'user-deleted',
      user_id: null,
      uri: `/api/events/${event.id}`,
    });
    const one = await emulator.get(`/acme${event.uri}`, ivy);
    expect(await one.json()).toEqual(event);
    expect((await emulator.get('/acme/api/events/1', ivy)).status).toBe(404);

    const types = async (query: string) =>
      (await readEvents(emulator, query)).body.data.map(
        ({ type }: { type: string }) => type,
      );
    expect(
      await types('?created_datetime[gt]=2026-11-24T09:00:01.5&limit=1'),
    ).toEqual(['user-deleted']);
    expect(await types('?created_datetime[lt]=2026-11-24T09:00:01')).toEqual([
      'user-invited',
    ]);
    expect(
      await types('?types=user-updated&types=user-deleted&object_type=User'),
    ).toEqual(['user-deleted', 'user-updated']);
    expect(await types(`?object_id=${invited.id}`)).toEqual(['user-invited']);
    expect(await types('?user_ids=5')).toEqual([]);
    expect(await types('?order_by=created_datetime:asc&limit=2')).toEqual([
      'user-invited',
      'user-updated',
    ]);
  });

  it.each([
    ['user-created', 'User'],
    ['user-invited', 'User'],
    ['user-updated', 'User'],
    ['user-deleted', 'User'],
    ['user-logged-in', 'User'],
    ['user-logged-out', 'User'],
    ['user-password-changed', 'User'],
    ['user-password-reset', 'User'],
    ['user-2fa-changed', 'User'],
    ['account-setting-updated', 'AccountSetting'],
  ])('can say %s though nothing happened', async (type, objectType) => {
    const emulator = await startEmulator();
    const path = '/accounts/acme/events';
    const contents = { type, object_id: 411805933 };
    const { status, body } = await call(emulator, 'POST', path, contents);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...contents,
      object_type: objectType,
      user_id: null,
    });
    const actor = { user_id: 410200186 };
    await call(emulator, 'PATCH', '/accounts/acme/behaviour', {
      eventsRecorded: false,
    });
    await call(emulator, 'POST', path, { ...contents, ...actor });
    const state = (await call(emulator, 'GET', '/accounts/acme')).body;
    expect(state.events).toMatchObject([body, { ...contents, ...actor }]);
    const { data } = (await readEvents(emulator)).body;
    expect(data).toMatchObject([...state.events].reverse());
    expect((await readUser(emulator, 411805933)).status).toBe(200);
  });

  it.each([
    ['?created_datetime[gte]=yesterday', 'created_datetime[gte]'],
    ['?created_datetime=2026-11-24', 'created_datetime'],
    ['?order_by=id', 'order_by'],
    ['?object_id=x', 'object_id'],
  ])('refuse %s', async (query, field) => {
    const emulator = await startEmulator();
    const { status, body } = await readEvents(emulator, query);
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual([field]);
  });
});

describe('an account', () => {
  it('shows its state without tokens', async () => {
    const emulator = await startEmulator();
    const reply = await emulator.grant({
      subdomain: 'acme',
      email: 'sam.rivers@acme.example',
      scope: 'offline users:read',
    });
    await readUser(emulator, 0);
    await readUser(emulator, 411805933);
    const { body } = await call(emulator, 'GET', '/accounts/acme');
    expect(body).toMatchObject({
      subdomain: 'acme',
      faults: {},
      requests: { total: 2, byEndpoint: { 'GET /api/users/:id': 2 } },
      grants: [
        {
          userId: 411805933,
          clientId: 'acme-backstage',
          scopes: ['offline', 'users:read'],
          createdAt: '2026-11-24T09:00:00.000Z',
          revoked: false,
        },
      ],
    });
    expect(body.users).toHaveLength(23);
    const text = JSON.stringify(body);
    expect(text).not.toContain(reply.refresh_token);
    expect(text).not.toContain(reply.access_token);
  });

  it('counts requests until told to forget them', async () => {
    const emulator = await startEmulator();
    await readUser(emulator, 0);
    const requests = '/accounts/acme/requests';
    expect((await call(emulator, 'GET', requests)).body.total).toBe(1);
    await call(emulator, 'DELETE', requests);
    expect((await call(emulator, 'GET', requests)).body).toEqual({
      total: 0,
      byEndpoint: {},
    });
  });

  it('ends all tokens or all grants when told to', async () => {
    const emulator = await startEmulator();
    const token = await bearer(emulator);
    const read = async (authorization: string) =>
      (await emulator.get('/acme/api/users', authorization)).status;
    await call(emulator, 'POST', '/accounts/acme/revoke-grants');
    const { body } = await call(emulator, 'GET', '/accounts/acme');
    expect(body.grants).toMatchObject([{ revoked: true }]);
    expect(await read(token)).toBe(200);
    await call(emulator, 'POST', '/accounts/acme/expire-tokens');
    expect(await read(token)).toBe(401);
    expect(await read(await bearer(emulator))).toBe(200);
  });

  it('refuses its API key once revoked, until a reset', async () => {
    const emulator = await startEmulator();
    const token = await bearer(emulator);
    const { body } = await call(
      emulator,
      'POST',
      '/accounts/acme/api-keys/revoke',
    );
    expect(body.apiKeyRevoked).toBe(true);
    expect((await readUser(emulator, 0)).status).toBe(401);
    expect((await emulator.get('/acme/api/users/0')).status).toBe(401);
    expect((await emulator.get('/acme/api/users/0', token)).status).toBe(200);
    const outlet = apiKey('ivy.nakamura@acme.example', 'acme-outlet-api-key');
    const other = await emulator.get('/acme-outlet/api/users', outlet);
    expect(other.status).toBe(200);
    await call(emulator, 'POST', '/accounts/acme/reset');
    expect((await readUser(emulator, 0)).status).toBe(200);
  });

  it('goes back to its seed, and leaves the others alone', async () => {
    const emulator = await startEmulator();
    const before = (await call(emulator, 'GET', '/accounts/acme')).body;
    const token = await bearer(emulator);
    await call(emulator, 'DELETE', sam);
    await call(emulator, 'PATCH', '/accounts/acme/settings', {
      two_fa_enforced_datetime: '2026-03-01T00:00:00',
    });
    await call(emulator, 'PATCH', '/accounts/acme/behaviour', {
      userZero: 'not-found',
    });
    await call(emulator, 'POST', '/accounts/acme/faults', {
      latencyMilliseconds: 1,
      breakNext: { how: 'html' },
    });
    const outlet = '/accounts/acme-outlet';
    await call(emulator, 'DELETE', `${outlet}/users/463008916`);

    await call(emulator, 'POST', '/accounts/acme/reset');
    const { body } = await call(emulator, 'GET', '/accounts/acme');
    expect(body).toEqual(before);
    expect((await emulator.get('/acme/api/users', token)).status).toBe(401);
    expect((await call(emulator, 'GET', outlet)).body.users).toHaveLength(4);
  });

  it('fails as told, in HTML when its server fails', async () => {
    const emulator = await startEmulator();
    await call(emulator, 'POST', '/accounts/acme/faults', {
      failNext: { count: 2, status: 503 },
    });
    for (const expected of [503, 503, 200]) {
      const response = await emulator.get('/acme/api/users/0', ivy);
      expect(response.status).toBe(expected);
      expect(response.headers.get('content-type')).toContain(
        expected === 503 ? 'text/html' : 'application/json',
      );
    }
  });

  it('can fail its token endpoint alone', async () => {
    const emulator = await startEmulator();
    const faults = '/accounts/acme/faults';
    await call(emulator, 'POST', faults, {
      failNext: { count: 9, status: 502, target: 'oauth' },
    });
    const token = () =>
      fetch(`${emulator.baseUrl}/acme/oauth/token`, { method: 'POST' });
    expect((await emulator.get('/acme/api/users/0', ivy)).status).toBe(200);
    expect((await token()).status).toBe(502);
    await call(emulator, 'DELETE', faults);
    expect((await token()).status).toBe(401);
  });

  it('holds its answers back as told', async () => {
    const emulator = await startEmulator();
    await call(emulator, 'POST', '/accounts/acme/faults', {
      latencyMilliseconds: 50,
    });
    const start = performance.now();
    await emulator.get('/acme/api/users/0', ivy);
    // Timers may fire up to a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(48);
  });

  it.each([
    ['POST', '/accounts/acme/faults', { failNext: { count: 0, status: 503 } }],
    ['POST', '/accounts/acme/faults', { failNext: { count: 1, status: 200 } }],
    ['POST', '/accounts/acme/faults', { latency: 5 }],
    ['PATCH', '/accounts/acme/settings', { signup_mode: 'open' }],
    ['PATCH', '/accounts/acme/behaviour', { userZero: 'maybe' }],
    ['POST', '/accounts/acme/users', { name: 'X', role: 'agent' }],
    ['POST', '/accounts/acme/events', { type: 'user-lost', object_id: 1 }],
    ['POST', '/accounts/acme/events', { type: 'user-deleted' }],
    ['POST', '/accounts/acme/events', { type: 'user-created', object_id: '1' }],
  ])('%s %s refuses %j', async (method, path, body) => {
    const emulator = await startEmulator();
    const reply = await call(emulator, method, path, body);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.data)).toHaveLength(1);
  });
});

it.each([
  ['GET', '/accounts/nobody', 'There is no account "nobody"'],
  ['POST', '/accounts/nobody/reset', 'There is no account "nobody"'],
  ['DELETE', '/accounts/acme/users/1', 'There is no user 1'],
  ['GET', '/nothing', 'no such address'],
])('%s %s is not found', async (method, path, says) => {
  const emulator = await startEmulator();
  const { status, body } = await call(emulator, method, path);
  expect(status).toBe(404);
  expect(body.error.msg).toContain(says);
});

it('says when a body is not JSON', async () => {
  const emulator = await startEmulator();
  const response = await fetch(`${emulator.baseUrl}/control${sam}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
  expect((await response.json()).error.data).toEqual({
    body: ['Is not JSON.'],
  });
});
