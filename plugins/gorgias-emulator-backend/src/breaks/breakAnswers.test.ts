import {
  apiKey,
  oauthApp,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const ivy = apiKey('ivy.nakamura@acme.example');
const FIRST = '/acme/api/users?limit=10&order_by=created_datetime:asc';

async function startBroken(breakNext: object | object[]) {
  const emulator = await startEmulator();
  await breakNextOf(emulator, breakNext);
  return emulator;
}

async function breakNextOf(emulator: RunningEmulator, breakNext: object) {
  const path = '/accounts/acme/faults';
  const response = await emulator.control('POST', path, { breakNext });
  expect(response.status).toBe(200);
  return (await response.json()).faults.breakNext;
}

async function stillToBreak(emulator: RunningEmulator) {
  const response = await emulator.control('GET', '/accounts/acme');
  return (await response.json()).faults.breakNext;
}

async function readPage(emulator: RunningEmulator, cursor?: string) {
  const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const response = await emulator.get(`${FIRST}${more}`, ivy);
  expect(response.status).toBe(200);
  return response.json();
}

async function trueText(emulator: RunningEmulator): Promise<string> {
  return (await emulator.get(FIRST, ivy)).text();
}

function refresh(emulator: RunningEmulator, refreshToken: string) {
  const client = `${oauthApp.clientId}:${oauthApp.clientSecret}`;
  return fetch(`${emulator.baseUrl}/acme/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(client).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    }),
  });
}

describe('an answer that is not what it should be', () => {
  const evil = 'https://evil.example/api/users';
  it.each([
    ['html', 200, /text\/html/, /<!doctype html>/],
    ['redirect', 302, /text\/plain/, new RegExp(evil)],
    ['expired-cursor', 400, /json/, /"cursor":\["Has expired\."\]/],
    ['bad-envelope', 200, /json/, /^\{"object":"list","data":null\}$/],
    ['unauthorized', 401, /json/, /^\{"error":\{"msg":"Unauthorized\."\}\}$/],
    ['forbidden', 403, /json/, /^\{"error":\{"msg":"Forbidden\."\}\}$/],
  ])('can be %s', async (how, status, type, text) => {
    const emulator = await startBroken({ how });
    const response = await fetch(`${emulator.baseUrl}${FIRST}`, {
      headers: { authorization: ivy },
      redirect: 'manual',
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(response.headers.get('location')).toBe(
      how === 'redirect' ? evil : null,
    );
    expect(await response.text()).toMatch(text);
    expect((await readPage(emulator)).data).toHaveLength(10);
  });

  it('can be half of it, as if it were whole', async () => {
    const emulator = await startBroken({ how: 'invalid-json' });
    const response = await emulator.get(FIRST, ivy);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/application\/json/);
    const text = await response.text();
    expect(() => JSON.parse(text)).toThrow();
    const whole = await trueText(emulator);
    expect(whole.startsWith(text)).toBe(true);
    expect(text).toHaveLength(Math.floor(whole.length / 2));
  });
});

describe('a connection', () => {
  it('can be cut off in the middle of the answer', async () => {
    const emulator = await startBroken({ how: 'cut-off' });
    const response = await emulator.get(FIRST, ivy);
    expect(response.status).toBe(200);
    const received: string[] = [];
    const readAll = async () => {
      for await (const chunk of response.body!) {
        received.push(Buffer.from(chunk).toString());
      }
    };
    await expect(readAll()).rejects.toThrow('terminated');
    const whole = await trueText(emulator);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    expect(received.join('')).toBe(
      whole.slice(0, Math.floor(whole.length / 2)),
    );
  });

  it('can be reset before any answer', async () => {
    const emulator = await startBroken({ how: 'reset' });
    await expect(emulator.get(FIRST, ivy)).rejects.toThrow('fetch failed');
    expect((await readPage(emulator)).data).toHaveLength(10);
  });

  it('can go on for ever', async () => {
    const emulator = await startBroken({ how: 'never-ends' });
    const response = await emulator.get(FIRST, ivy);
    expect(response.headers.get('content-length')).toBeNull();
    const reader = response.body!.getReader();
    let text = '';
    while (!text.endsWith('   ')) {
      const { done, value } = await reader.read();
      expect(done).toBe(false);
      text += Buffer.from(value!).toString();
    }
    await reader.cancel();
    const whole = await trueText(emulator);
    expect(whole.startsWith(text.trimEnd())).toBe(true);
  });

  it('can carry a list of 200 MB, in which the client may lose interest', async () => {
    const emulator = await startBroken({ how: 'huge', count: 2 });
    const huge = await emulator.get(FIRST, ivy);
    let bytes = 0;
    for await (const chunk of huge.body!) {
      bytes += chunk.length;
    }
    expect(bytes).toBeGreaterThanOrEqual(200 * 1024 * 1024);

    const other = await emulator.get(FIRST, ivy);
    const reader = other.body!.getReader();
    const { value } = await reader.read();
    expect(Buffer.from(value!).toString()).toMatch(/^\{"object":"list"/);
    await reader.cancel();
    expect((await readPage(emulator)).data).toHaveLength(10);
  });
});

describe('a page', () => {
  async function truePages() {
    const emulator = await startEmulator();
    const first = await readPage(emulator);
    const second = await readPage(emulator, first.meta.next_cursor);
    return { emulator, first, second };
  }

  it.each(['key', 'offset'])(
    'can be empty and lead to what should be here, by %s',
    async cursorKind => {
      const { emulator, first, second } = await truePages();
      await emulator.control('PATCH', '/accounts/acme/behaviour', {
        cursorKind,
      });
      await breakNextOf(emulator, { how: 'empty-page', count: 2 });
      const cursors = [undefined];
      const seen: object[] = [];
      do {
        const page = await readPage(emulator, cursors.at(-1));
        seen.push(...page.data);
        cursors.push(page.meta.next_cursor);
      } while (cursors.at(-1));
      expect(seen).toHaveLength(23);
      expect(seen.slice(0, 20)).toEqual([...first.data, ...second.data]);
      expect(new Set(cursors).size).toBe(cursors.length);

      await breakNextOf(emulator, { how: 'empty-page' });
      const later = await readPage(emulator, first.meta.next_cursor);
      expect(later.data).toEqual([]);
      expect(later.meta.next_cursor).not.toBe(first.meta.next_cursor);
      const after = await readPage(emulator, later.meta.next_cursor);
      expect(after.data).toEqual(second.data);
    },
  );

  it('can lead to itself', async () => {
    const { emulator, first, second } = await truePages();
    await breakNextOf(emulator, { how: 'looping-cursor', skip: 1 });
    await readPage(emulator);
    const cursor = first.meta.next_cursor;
    const looping = await readPage(emulator, cursor);
    expect(looping.data).toEqual(second.data);
    expect(looping.meta.next_cursor).toBe(cursor);
  });

  it('can lead to itself for ever when it is the first', async () => {
    const { emulator, first } = await truePages();
    await breakNextOf(emulator, { how: 'looping-cursor' });
    const { next_cursor: cursor } = (await readPage(emulator)).meta;
    for (let round = 0; round < 3; round++) {
      const again = await readPage(emulator, cursor);
      expect(again.data).toEqual(first.data);
      expect(again.meta.next_cursor).toBe(cursor);
    }
  });

  it('can lead to another host', async () => {
    const { emulator, first } = await truePages();
    await breakNextOf(emulator, { how: 'foreign-cursor' });
    const page = await readPage(emulator);
    expect(page.data).toEqual(first.data);
    expect(page.meta.next_cursor).toBe(
      'https://evil.example/api/users?cursor=x',
    );
  });

  it('can have a record with fields of wrong types', async () => {
    const { emulator, first } = await truePages();
    await breakNextOf(emulator, { how: 'bad-record' });
    const page = await readPage(emulator);
    const last = first.data.pop();
    expect(page.data.pop()).toEqual({ ...last, active: 'yes', role: 5 });
    expect(page.data).toEqual(first.data);
  });

  it('can be the other way round', async () => {
    const { emulator, first } = await truePages();
    await breakNextOf(emulator, { how: 'wrong-order' });
    const page = await readPage(emulator);
    expect(page.data).toEqual([...first.data].reverse());
    expect(page.meta.next_cursor).toEqual(expect.any(String));
  });

  it('is left alone when the request is refused anyway', async () => {
    const emulator = await startBroken({ how: 'bad-envelope' });
    const response = await emulator.get(FIRST, 'Bearer nonsense');
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: { msg: 'Unauthorized.' } });
  });
});

it('can end all tokens just before a request, until a refresh', async () => {
  const emulator = await startEmulator();
  const { refresh_token, ...reply } = await emulator.grant({
    subdomain: 'acme',
    email: 'ivy.nakamura@acme.example',
    scope: 'offline users:read',
  });
  await breakNextOf(emulator, { how: 'expire-token', skip: 1 });
  const statusOf = async (token: string) =>
    (await emulator.get(FIRST, `Bearer ${token}`)).status;
  expect(await statusOf(reply.access_token)).toBe(200);
  expect(await statusOf(reply.access_token)).toBe(401);
  expect(await statusOf(reply.access_token)).toBe(401);
  const refreshed = await (await refresh(emulator, refresh_token!)).json();
  expect(await statusOf(refreshed.access_token)).toBe(200);
});

describe('the token endpoint', () => {
  it.each([
    ['unauthorized', 401, { error: 'invalid_client' }],
    ['forbidden', 403, { error: 'access_denied' }],
    ['bad-envelope', 200, { object: 'list', data: null }],
  ])('can answer %s', async (how, status, body) => {
    const emulator = await startBroken({ how, path: '/oauth/token' });
    expect((await emulator.get(FIRST, ivy)).status).toBe(200);
    const { refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      scope: 'offline users:read',
    });
    const response = await refresh(emulator, refresh_token!);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
    expect((await refresh(emulator, refresh_token!)).status).toBe(200);
  });

  it('can lose its answer after the refresh token was replaced', async () => {
    const emulator = await startBroken({
      how: 'cut-off',
      path: '/oauth/token',
    });
    await emulator.control('PATCH', '/accounts/acme/behaviour', {
      rotatesRefreshTokens: true,
    });
    const { refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      scope: 'offline users:read',
    });
    const lost = await refresh(emulator, refresh_token!);
    await expect(lost.text()).rejects.toThrow('terminated');
    expect((await refresh(emulator, refresh_token!)).status).toBe(400);
  });
});

describe('which requests are broken', () => {
  async function statusesOf(emulator: RunningEmulator, paths: string[]) {
    const statuses: number[] = [];
    for (const path of paths) {
      statuses.push((await emulator.get(`/acme/api${path}`, ivy)).status);
    }
    return statuses;
  }

  it('goes by path, skip and count, and can be seen', async () => {
    const emulator = await startEmulator();
    const breakNext = { path: '/api/users', skip: 1, count: 2 };
    const how = 'forbidden';
    expect(await breakNextOf(emulator, { ...breakNext, how })).toEqual([
      { ...breakNext, how },
    ]);
    const statuses = ['/account', '/users', '/account', '/users'];
    expect(await statusesOf(emulator, statuses)).toEqual([200, 200, 200, 403]);
    expect(await stillToBreak(emulator)).toEqual([
      { path: '/api/users', skip: 0, count: 1, how },
    ]);
    expect(await statusesOf(emulator, ['/users/0', '/users'])).toEqual([
      403, 200,
    ]);
    expect(await stillToBreak(emulator)).toEqual([]);
  });

  it('takes several in order, the first that fits first', async () => {
    const emulator = await startBroken([
      { how: 'forbidden', skip: 1 },
      { how: 'unauthorized', path: '/api/account' },
      { how: 'unauthorized', path: '/api/users', count: 2 },
    ]);
    expect(
      await statusesOf(emulator, ['/users', '/account', '/account', '/users']),
    ).toEqual([401, 403, 401, 401]);
    expect(await statusesOf(emulator, ['/users', '/account'])).toEqual([
      200, 200,
    ]);
  });

  it('leaves out what is no list where a list is to be broken', async () => {
    const emulator = await startBroken({ how: 'expired-cursor' });
    const paths = ['/account', '/users/0', '/events', '/users'];
    expect(await statusesOf(emulator, paths)).toEqual([200, 200, 400, 200]);
  });

  it('is replaced by the next request for trouble, or cleared', async () => {
    const emulator = await startBroken({ how: 'forbidden', count: 9 });
    await breakNextOf(emulator, { how: 'unauthorized' });
    await emulator.control('POST', '/accounts/acme/faults', {
      latencyMilliseconds: 0,
    });
    expect(await statusesOf(emulator, ['/users', '/users'])).toEqual([
      401, 200,
    ]);
    await breakNextOf(emulator, { how: 'forbidden', count: 9 });
    await emulator.control('DELETE', '/accounts/acme/faults');
    expect(await statusesOf(emulator, ['/users'])).toEqual([200]);
    await breakNextOf(emulator, { how: 'forbidden', count: 9 });
    expect(await breakNextOf(emulator, [])).toEqual([]);
    expect(await statusesOf(emulator, ['/users'])).toEqual([200]);
  });

  it.each([
    [{ how: 'politely' }, 'breakNext.0.how'],
    [{}, 'breakNext.0.how'],
    [{ how: 'html', skip: -1 }, 'breakNext.0.skip'],
    [{ how: 'html', count: 0 }, 'breakNext.0.count'],
    [{ how: 'html', path: 'api' }, 'breakNext.0.path'],
    [{ how: 'html', path: '/oauth/authorize' }, 'breakNext.0.path'],
    [{ how: 'html', often: true }, 'breakNext.0.often'],
    [[{ how: 'html' }, { how: 'x' }], 'breakNext.1.how'],
    [{ how: 'empty-page', path: '/oauth/token' }, 'breakNext.0.path'],
    [{ how: 'bad-record', path: '/api/events' }, 'breakNext.0.path'],
    ['html', 'breakNext.0'],
  ])('is refused as %j', async (breakNext, field) => {
    const emulator = await startEmulator();
    const path = '/accounts/acme/faults';
    const response = await emulator.control('POST', path, { breakNext });
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()).error.data)).toEqual([field]);
  });
});
