import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { ServerResponse } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { message } from 'backstage-plugin-gorgias-common';
import { testPatience } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { Connection } from '../connections/ConnectionStore';
import { GorgiasDatabase } from '../database';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { EventStore } from './EventStore';
import { isQuiet, pollEvents } from './pollEvents';

const CONNECTION = {
  id: 'a',
  method: 'oauth',
  scopes: ['offline', 'users:read', 'account:read', 'events:read'],
} as Connection;

describe.each(databaseIds)('the event log on %s', id => {
  let server: TestServer;
  let store: EventStore;
  let log: Array<ReturnType<typeof anEvent>>;
  /** Answers in the place of the log. */
  let instead: ((res: ServerResponse) => void) | undefined;

  beforeEach(async () => {
    const knex = await databases.init(id);
    const database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    store = database.stores.events;
    log = [];
    instead = undefined;
    server = await serve((req, res) =>
      instead ? instead(res) : answer(req.url!, res),
    );
  });
  afterEach(() => server.close());

  function anEvent(
    number: number,
    at: string,
    type = 'user-updated',
    differing: object = {},
  ) {
    return {
      id: number,
      type,
      object_type: 'User',
      object_id: 7,
      user_id: 9,
      created_datetime: `2026-11-24T${at}Z`,
      ...differing,
    };
  }

  /** As Gorgias answers; cursors are positions. */
  function answer(url: string, res: ServerResponse) {
    const search = new URL(url, 'http://gorgias.example').searchParams;
    const since = search.get('created_datetime[gte]');
    const found = log
      .filter(
        event =>
          search.getAll('types').includes(event.type) &&
          (!since || Date.parse(event.created_datetime) >= Date.parse(since)),
      )
      .sort((a, b) => (a.created_datetime < b.created_datetime ? -1 : 1));
    if (search.get('order_by') === 'created_datetime:desc') {
      found.reverse();
    }
    const start = Number(search.get('cursor') ?? 0);
    const end = start + Number(search.get('limit'));
    sendJson(res, {
      data: found.slice(start, end),
      meta: { next_cursor: end < found.length ? String(end) : null },
    });
  }

  const client = () =>
    new GorgiasClient({
      baseUrl: `${server.url}/{subdomain}`,
      subdomain: 'acme',
      authorization: async () => 'Bearer token',
      patience: testPatience(),
      tracing: tracingServiceMock.mock(),
    });
  const poll = (at: string, connection = CONNECTION) =>
    pollEvents(connection, client(), store, `2026-11-24T${at}.000Z`);
  const known = async () => (await store.list('a')).map(event => event.id);
  const lastRequest = () =>
    new URL(server.requests.at(-1)!.url!, 'http://gorgias.example')
      .searchParams;

  it('is only learned at the first look', async () => {
    log = [anEvent(2, '08:10:00'), anEvent(1, '08:00:00', 'user-deleted')];
    expect(await poll('09:00:00')).toEqual({ available: true, changed: false });
    expect(await store.list('a')).toEqual([
      {
        id: '1',
        type: 'user-deleted',
        accountId: '7',
        actorId: '9',
        at: '2026-11-24T08:00:00.000Z',
        seenAt: '2026-11-24T09:00:00.000Z',
      },
      expect.objectContaining({ id: '2' }),
    ]);
    expect(await poll('09:00:30')).toEqual({ available: true, changed: false });
    expect(await store.getPoll('a')).toEqual({
      checkedAt: '2026-11-24T09:00:30.000Z',
      problem: null,
    });
  });

  it('is empty at the first look, and no news either', async () => {
    expect(await poll('09:00:00')).toEqual({ available: true, changed: false });
    log = [anEvent(1, '09:00:10')];
    expect(await poll('09:00:30')).toEqual({ available: true, changed: true });
  });

  it('tells of what is new at later looks, and of nothing twice', async () => {
    log = [anEvent(1, '08:00:00')];
    await poll('09:00:00');
    log.push(anEvent(2, '09:00:10'));
    expect(await poll('09:00:30')).toMatchObject({ changed: true });
    expect(await poll('09:01:00')).toMatchObject({ changed: false });
    expect(await known()).toEqual(['1', '2']);
    expect((await store.list('a'))[0].seenAt).toBe('2026-11-24T09:00:00.000Z');
  });

  it.each([
    ['user-created', true],
    ['user-invited', true],
    ['user-updated', true],
    ['user-deleted', true],
    ['user-password-changed', true],
    ['user-password-reset', true],
    ['user-2fa-changed', true],
    ['account-setting-updated', true],
    ['user-logged-in', false],
    ['ticket-created', false],
  ])('has news by the event %s: %s', async (type, changed) => {
    await poll('09:00:00');
    log.push(anEvent(1, '09:00:10', type));
    expect(await poll('09:00:30')).toEqual({ available: true, changed });
  });

  it('does not take the id of a setting for the one of a user', async () => {
    log = [
      anEvent(1, '08:00:00', 'account-setting-updated', {
        object_type: 'AccountSetting',
        user_id: null,
      }),
      anEvent(2, '08:00:01', 'user-updated', { object_id: null }),
    ];
    await poll('09:00:00');
    expect(await store.list('a')).toMatchObject([
      { accountId: null, actorId: null },
      { accountId: null, actorId: '9' },
    ]);
  });

  it('is looked back at, since events may turn up late', async () => {
    log = [anEvent(1, '08:00:00'), anEvent(2, '08:30:00')];
    await poll('09:00:00');
    log.push(anEvent(3, '08:25:00'), anEvent(4, '08:24:59'));
    expect(await poll('09:00:30')).toMatchObject({ changed: true });
    expect(lastRequest().get('created_datetime[gte]')).toBe(
      '2026-11-24T08:25:00.000Z',
    );
    expect(await known()).toEqual(['1', '3', '2']);
  });

  it('goes by the clock of Gorgias, whichever that is', async () => {
    log = [anEvent(1, '23:00:00')];
    await poll('09:00:00');
    log.push(anEvent(2, '23:00:20'));
    expect(await poll('09:00:30')).toMatchObject({ changed: true });
    log = [...log, anEvent(3, '22:59:00')];
    expect(await poll('09:01:00')).toMatchObject({ changed: true });
  });

  it('is read page by page, and kept in full', async () => {
    log = [anEvent(1, '08:00:00')];
    await poll('09:00:00');
    for (let number = 2; number <= 251; number += 1) {
      log.push(anEvent(number, '09:00:10', 'user-logged-in'));
    }
    log.push(anEvent(252, '09:00:11', 'user-deleted'));
    const before = server.requests.length;
    expect(await poll('09:00:30')).toMatchObject({ changed: true });
    expect(server.requests.length - before).toBe(3);
    expect(await known()).toHaveLength(252);
  });

  it('is not read without end, and yet gets to what is new', async () => {
    const minute = (number: number) =>
      String(10 + Math.floor(number / 600)).padStart(2, '0');
    for (let number = 1; number <= 1500; number += 1) {
      log.push(
        anEvent(
          number,
          `08:${minute(number)}:${String(number % 60).padStart(2, '0')}`,
        ),
      );
    }
    await poll('09:00:00');
    expect(await known()).toHaveLength(100);
    await poll('09:00:30');
    // As many as are read at most lie within the look back.
    log.push(anEvent(2000, '08:13:00', 'user-deleted'));
    const before = server.requests.length;
    expect(await poll('09:01:00')).toMatchObject({ changed: true });
    expect(server.requests.length - before).toBe(11);
    expect(await known()).toContain('2000');
    expect(await poll('09:01:30')).toMatchObject({ changed: false });
  });

  it('is not asked for again for an hour where the grant does not allow it', async () => {
    instead = res => sendJson(res, { error: { msg: 'Forbidden.' } }, 403);
    const connection = {
      ...CONNECTION,
      scopes: ['offline', 'users:read', 'account:read'],
    };
    expect(await poll('09:00:00', connection)).toEqual({
      available: false,
      changed: false,
    });
    expect(await store.getPoll('a')).toEqual({
      checkedAt: '2026-11-24T09:00:00.000Z',
      problem:
        'The grant lacks the scope events:read. Reconnect with it to have changes judged within a minute.',
      problemParts: [message('connection.noEventScope')],
    });
    expect(await poll('09:59:59', connection)).toMatchObject({
      available: false,
    });
    expect(server.requests).toHaveLength(1);

    instead = undefined;
    expect(await poll('10:00:00', connection)).toMatchObject({
      available: true,
    });
    expect(server.requests).toHaveLength(2);
    expect(await store.getPoll('a')).toMatchObject({ problem: null });
  });

  it('is asked for at once by a new grant', async () => {
    instead = res => sendJson(res, { error: { msg: 'Forbidden.' } }, 403);
    await poll('09:00:00');
    instead = undefined;
    await store.forgetPoll('a');
    expect(await poll('09:00:01')).toEqual({ available: true, changed: false });
  });

  it.each([
    { method: 'oauth' as const, scopes: CONNECTION.scopes },
    { method: 'api-key' as const, scopes: [] },
  ])('says whose fault it is when $method is not enough', async differing => {
    instead = res => sendJson(res, { error: { msg: 'Forbidden.' } }, 403);
    await poll('09:00:00', { ...CONNECTION, ...differing });
    expect((await store.getPoll('a'))!.problem).toBe(
      'Gorgias does not allow the connected user to read its event log.',
    );
  });

  it.each<{ name: string; odd: (res: ServerResponse) => void }>([
    { name: 'not there', odd: res => sendJson(res, { error: 'x' }, 404) },
    { name: 'refused', odd: res => sendJson(res, {}, 400) },
    { name: 'HTML', odd: res => res.end('<html>') },
    { name: 'no list', odd: res => sendJson(res, { data: null }) },
    {
      name: 'a list of nonsense',
      odd: res =>
        sendJson(res, { data: [{ id: 'x' }], meta: { next_cursor: null } }),
    },
    {
      name: 'a redirect',
      odd: res => res.writeHead(302, { location: '/' }).end(),
    },
  ])('only loses the short cut when it is $name', async ({ odd }) => {
    log = [anEvent(1, '08:00:00')];
    await poll('09:00:00');
    instead = odd;
    expect(await poll('09:00:30')).toEqual({
      available: false,
      changed: false,
    });
    expect((await store.getPoll('a'))!.problem).toMatch(/^Reading the event/);
    expect(await known()).toEqual(['1']);
    expect(await isQuiet('a', client(), store)).toBe(false);
  });

  it.each([500, 429, 401])(
    'leaves it to others to say what %d means, and forgets nothing',
    async status => {
      await poll('09:00:00');
      instead = res => sendJson(res, {}, status);
      await expect(poll('09:00:30')).rejects.toThrow('Reading the event log');
      expect(await store.getPoll('a')).toEqual({
        checkedAt: '2026-11-24T09:00:00.000Z',
        problem: null,
      });
    },
  );

  it('is forgotten after 30 days, of this connection alone', async () => {
    log = [anEvent(1, '08:00:00')];
    await poll('09:00:00');
    await poll('09:00:00', { ...CONNECTION, id: 'b' });
    log.push(anEvent(2, '09:00:10'));
    await pollEvents(CONNECTION, client(), store, '2026-12-24T09:00:00.000Z');
    expect(await known()).toEqual(['1', '2']);
    await pollEvents(CONNECTION, client(), store, '2026-12-24T09:00:00.001Z');
    expect(await known()).toEqual(['2']);
    expect(await store.list('b')).toHaveLength(1);
  });

  it('is quiet as long as the newest change is known', async () => {
    expect(await isQuiet('a', client(), store)).toBe(true);
    log = [anEvent(1, '08:00:00')];
    expect(await isQuiet('a', client(), store)).toBe(false);
    await poll('09:00:00');
    expect(await isQuiet('a', client(), store)).toBe(true);
    log.push(anEvent(2, '09:00:10', 'user-logged-in'));
    expect(await isQuiet('a', client(), store)).toBe(true);
    log.push(anEvent(3, '09:00:20'));
    expect(await isQuiet('a', client(), store)).toBe(false);
    expect(await known()).toEqual(['1']);

    for (const status of [500, 429, 401]) {
      instead = res => sendJson(res, {}, status);
      expect(await isQuiet('a', client(), store)).toBe(false);
    }
  });
});
