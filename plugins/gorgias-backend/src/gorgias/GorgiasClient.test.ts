import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { IncomingMessage, RequestListener } from 'node:http';
import { testPatience } from '../__testUtils__/clock';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { GorgiasClient } from './GorgiasClient';

const maya = {
  id: 410200117,
  active: true,
  email: 'maya.ortiz@acme.example',
  name: 'Maya Ortiz',
  role: { name: 'admin' },
  meta: { sso: null },
  client_id: null,
  created_datetime: '2023-02-14T09:12:44.018233+00:00',
  deactivated_datetime: null,
  has_password: true,
  has_2fa_enabled: true,
};
const page = (users: object[], nextCursor?: unknown) => ({
  object: 'list',
  data: users,
  meta: { prev_cursor: null, next_cursor: nextCursor ?? null },
});

describe('GorgiasClient', () => {
  let server: TestServer;
  let answer: RequestListener;
  const renewals: boolean[] = [];
  let patience: ReturnType<typeof testPatience>;

  beforeEach(async () => {
    renewals.length = 0;
    patience = testPatience();
    server = await serve((req, res) => answer(req, res));
  });
  afterEach(() => server.close());

  const client = () =>
    new GorgiasClient({
      baseUrl: `${server.url}/{subdomain}`,
      subdomain: 'acme',
      authorization: async ({ renew }) => {
        renewals.push(renew);
        return renew ? 'Bearer new-token' : 'Bearer old-token';
      },
      patience,
      tracing: tracingServiceMock.mock(),
    });
  const answerJson = (body: unknown, status = 200) => {
    answer = (_, res) => sendJson(res, body, status);
  };
  const sent = () =>
    server.requests.map(({ url, headers }) => [url, headers.authorization]);
  const readUsers = async (...users: object[]) => {
    answerJson(page(users));
    return (await client().readUserPage(undefined)).users;
  };

  it('asks for what it needs, in an order that changes do not disturb', async () => {
    answerJson(page([maya], 'next'));
    expect(await client().readUserPage(undefined)).toMatchObject({
      nextCursor: 'next',
    });
    answerJson(maya);
    await client().readUser('0');
    answerJson({ domain: 'acme' });
    expect(await client().readDomain()).toBe('acme');
    answerJson({ data: [] });
    await client().readAccessSettings();
    expect(sent()).toEqual(
      [
        '/acme/api/users?limit=100&order_by=created_datetime%3Aasc',
        '/acme/api/users/0',
        '/acme/api/account',
        '/acme/api/account/settings?type=access',
      ].map(path => [path, 'Bearer old-token']),
    );
  });

  it('renews the access token once when it is refused, and goes on', async () => {
    answer = (req: IncomingMessage, res) =>
      req.headers.authorization === 'Bearer new-token'
        ? sendJson(res, { domain: 'acme' })
        : sendJson(res, { error: { msg: 'Unauthorized.' } }, 401);
    expect(await client().readDomain()).toBe('acme');
    expect(renewals).toEqual([false, true]);
  });

  it('does not renew the access token a second time', async () => {
    answerJson({ error: { msg: 'Unauthorized.' } }, 401);
    await expect(client().readDomain()).rejects.toMatchObject({
      kind: 'unauthorized',
      message: 'Reading the account: Gorgias refused the credentials.',
    });
    expect(renewals).toEqual([false, true]);
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    { status: 400, body: {}, kind: 'refused' },
    { status: 400, body: { error: 'invalid_grant' }, kind: 'grant-revoked' },
    { status: 403, body: { error: { msg: 'No.' } }, kind: 'forbidden' },
    { status: 404, body: {}, kind: 'unknown-account' },
    { status: 418, body: {}, kind: 'refused' },
    { status: 204, body: {}, kind: 'refused' },
  ])(
    'says $kind for $status, and asks once',
    async ({ status, body, kind }) => {
      answerJson(body, status);
      await expect(client().readDomain()).rejects.toMatchObject({
        name: 'GorgiasError',
        kind,
        message: expect.stringMatching(
          /^Reading the account: (?!.*Gave up after)/,
        ),
      });
      expect(server.requests).toHaveLength(1);
      expect(patience.clock.waits).toEqual([]);
    },
  );

  it.each([
    { status: 429, kind: 'rate-limited' },
    { status: 500, kind: 'unreachable' },
    { status: 503, kind: 'unreachable' },
  ])(
    'says $kind for $status after asking six times, ever more rarely',
    async ({ status, kind }) => {
      answerJson({}, status);
      await expect(client().readDomain()).rejects.toMatchObject({
        name: 'GorgiasError',
        kind,
        message: expect.stringMatching(
          /^Reading the account: .+ Gave up after 6 tries\.$/,
        ),
      });
      expect(server.requests).toHaveLength(6);
      expect(patience.clock.waits).toEqual([500, 1000, 2000, 4000, 8000]);
    },
  );

  it('goes on as if nothing was when the trouble passes', async () => {
    const statuses = [500, 429, 502, 200];
    answer = (_, res) =>
      sendJson(res, { domain: 'acme' }, statuses.shift() ?? 418);
    expect(await client().readDomain()).toBe('acme');
    expect(server.requests).toHaveLength(4);
  });

  it('renews a refused token also when that takes several tries', async () => {
    const statuses = [401, 503, 200];
    answer = (_, res) =>
      sendJson(res, { domain: 'acme' }, statuses.shift() ?? 418);
    expect(await client().readDomain()).toBe('acme');
    expect(renewals).toEqual([false, true, false]);
  });

  it('finds no user where Gorgias has none', async () => {
    answerJson({ error: { msg: 'Not found.' } }, 404);
    expect(await client().readUser('0')).toBeUndefined();
  });

  it('finds a user by the address, however it is written, and nobody else', async () => {
    answerJson(page([{ ...maya, id: 1, email: 'other@acme.example' }, maya]));
    expect(await client().findUser('MAYA.ortiz@acme.example')).toMatchObject({
      id: maya.id,
    });
    expect(sent()).toEqual([
      ['/acme/api/users?email=MAYA.ortiz%40acme.example', 'Bearer old-token'],
    ]);
    expect(await client().findUser('noor@acme.example')).toBeUndefined();
  });

  it('asks for the newest events, or for those since a time, oldest first', async () => {
    const event = {
      id: 9,
      type: 'user-deleted',
      object_type: 'User',
      object_id: 7,
      user_id: null,
      created_datetime: '2026-11-24T09:00:00.123456+00:00',
      data: { api_key: 'very-secret' },
    };
    answerJson(page([event], 'next'));
    const types = ['user-deleted', 'user-updated'];
    expect(await client().readEventPage({ types, limit: 7 })).toEqual({
      events: [
        {
          id: 9,
          type: 'user-deleted',
          object_type: 'User',
          object_id: 7,
          user_id: null,
          created_datetime: '2026-11-24T09:00:00.123Z',
        },
      ],
      nextCursor: 'next',
    });
    await client().readEventPage({
      types,
      since: '2026-11-24T08:55:00.000Z',
      limit: 7,
      cursor: 'next',
    });
    const asked = server.requests.map(({ url }) => [
      ...new URL(url!, 'http://gorgias.example').searchParams,
    ]);
    expect(asked).toEqual([
      [
        ['types', 'user-deleted'],
        ['types', 'user-updated'],
        ['limit', '7'],
        ['order_by', 'created_datetime:desc'],
      ],
      [
        ['types', 'user-deleted'],
        ['types', 'user-updated'],
        ['limit', '7'],
        ['order_by', 'created_datetime:asc'],
        ['created_datetime[gte]', '2026-11-24T08:55:00.000Z'],
        ['cursor', 'next'],
      ],
    ]);
  });

  it('does not take a page of HTML for an answer', async () => {
    answer = (_, res) => res.end('<html>Log in</html>');
    await expect(client().readUserPage(undefined)).rejects.toMatchObject({
      kind: 'bad-answer',
      message:
        'Reading the users: Gorgias answered with something else than JSON. It may be under maintenance; or a proxy answers in its place.',
    });
  });

  it.each([
    { field: 'data', body: { meta: { next_cursor: null } } },
    { field: 'meta', body: { data: [] } },
    { field: 'data.1.id', body: page([maya, { ...maya, id: undefined }]) },
    { field: 'data.0.id', body: page([{ ...maya, id: '410200117' }]) },
    { field: 'data.0.id', body: page([{ ...maya, id: 2 ** 60 }]) },
    {
      field: 'user 410200117: has_2fa_enabled',
      body: page([{ ...maya, has_2fa_enabled: 'yes' }]),
    },
    { field: 'user 410200117: role', body: page([{ ...maya, role: 'admin' }]) },
    { field: 'meta.next_cursor', body: page([], 7) },
  ])(
    'names the field $field when it is not as documented',
    async ({ field, body }) => {
      answerJson(body);
      const error = await client()
        .readUserPage(undefined)
        .catch(thrown => thrown);
      expect(error).toMatchObject({
        kind: 'bad-answer',
        message: expect.stringContaining(`${field}: `),
      });
      expect(error.message).not.toContain('maya');
    },
  );

  it('names only some of the fields when many are not as documented', async () => {
    const broken = { ...maya, active: 'yes', name: 7, role: 'admin' };
    answerJson(page([broken, broken, { ...broken, id: 410200121 }]));
    const { message } = await client()
      .readUserPage(undefined)
      .catch(thrown => thrown);
    expect(message).toContain('user 410200117: active: ');
    expect(message).toContain('; and 4 more)');
    expect(message).not.toContain('410200121');
  });

  it('names the user whose own record is not as documented', async () => {
    answerJson({ ...maya, active: 'yes' });
    await expect(client().readUser('410200117')).rejects.toThrow(
      "Reading the user: Gorgias' answer is not as documented (user 410200117: active: ",
    );
  });

  it('takes a user of whom Gorgias tells next to nothing', async () => {
    expect(await readUsers({ id: 1 })).toEqual([
      {
        id: 1,
        active: null,
        email: null,
        name: null,
        role: null,
        meta: null,
        client_id: null,
        created_datetime: null,
        deactivated_datetime: null,
        has_password: null,
        has_2fa_enabled: null,
      },
    ]);
  });

  it('drops what it does not need, secrets above all', async () => {
    const [user] = await readUsers({
      ...maya,
      password_hash: 'very-secret',
      meta: { sso: 'google', api_key: 'very-secret' },
    });
    expect(user).toEqual({
      ...maya,
      meta: { sso: 'google' },
      created_datetime: '2023-02-14T09:12:44.018Z',
    });

    answerJson({
      data: [
        { id: 1, type: 'business-hours', data: { sso_enforced_datetime: 'x' } },
        {
          id: 2,
          type: 'access',
          data: {
            signup_mode: 'invite',
            sso_enforced_datetime: '2026-01-15T00:00:00',
            custom_sso_providers: { okta: { client_secret: 'very-secret' } },
          },
        },
      ],
    });
    expect(await client().readAccessSettings()).toEqual({
      ssoEnforcedAt: '2026-01-15T00:00:00.000Z',
      ssoWays: ['okta'],
    });
  });

  it('sends a cursor as a parameter only, even one that is an address', async () => {
    const other = await serve((_, res) => sendJson(res, page([])));
    const cursors = [
      `${other.url}/api/users?cursor=2`,
      '//evil.example/',
      '../../evil',
      'a&limit=1#b',
    ];
    for (const cursor of cursors) {
      answerJson(page([], cursor));
      const { nextCursor } = await client().readUserPage(undefined);
      await client().readUserPage(nextCursor);
    }
    const asked = server.requests.map(
      ({ url }) => new URL(url!, 'http://gorgias.example'),
    );
    expect(asked.map(({ pathname }) => pathname)).toEqual(
      Array(2 * cursors.length).fill('/acme/api/users'),
    );
    expect(asked.map(url => url.searchParams.get('cursor'))).toEqual(
      cursors.flatMap(cursor => [null, cursor]),
    );
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it.each([{ cursor: null }, { cursor: '' }])(
    'is at the end of the list by the cursor $cursor',
    async ({ cursor }) => {
      answerJson(page([maya], cursor));
      const { nextCursor } = await client().readUserPage('last');
      expect(nextCursor).toBeUndefined();
    },
  );

  it.each([
    {
      text: '2026-03-01T10:20:30.123456+00:00',
      time: '2026-03-01T10:20:30.123Z',
    },
    { text: '2026-03-01T10:20:30+02:00', time: '2026-03-01T08:20:30.000Z' },
    { text: '2026-03-01T10:20:30Z', time: '2026-03-01T10:20:30.000Z' },
    { text: '2026-03-01T10:20:30', time: '2026-03-01T10:20:30.000Z' },
    { text: '2019-04-13T03:27:56.973873', time: '2019-04-13T03:27:56.973Z' },
    { text: '2026-03-01 10:20:30', time: '2026-03-01T10:20:30.000Z' },
    { text: '2026-03-01 10:20:30+02:00', time: '2026-03-01T08:20:30.000Z' },
  ])('reads the time $text', async ({ text, time }) => {
    const [user] = await readUsers({ ...maya, created_datetime: text });
    expect(user.created_datetime).toBe(time);
  });

  it.each([
    { text: 'yesterday' },
    { text: '' },
    { text: '2026-02-30T00:00:00' },
  ])('refuses "$text" for a time', async ({ text }) => {
    await expect(
      readUsers({ ...maya, deactivated_datetime: text }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        'user 410200117: deactivated_datetime: is not a date and time',
      ),
    });
  });
});
