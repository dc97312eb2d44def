import { advanceClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { ADMIN, GORGIAS } from '../__testUtils__/startGorgias';
import {
  addOutlet,
  Attempt,
  begin,
  beginWith,
  comeBack,
  comeBackThrice,
} from './__testUtils__/connecting';
import { CHLOE, FaultyWorld, YUKI } from './__testUtils__/FaultyWorld';
import { OutcomeTable } from './__testUtils__/OutcomeTable';
import {
  Fault,
  letHappen,
  recover,
  statusesOfHealthy,
} from './__testUtils__/letHappen';

/** More than any run asks for. */
const FOR_EVER = 1000;
const USERS = '/api/users';
const EVENTS = '/api/events';
const SETTINGS = '/api/account/settings';

const BROKEN_ANSWERS: Fault[] = [
  {
    fault: 'half a page, once',
    arrange: world => world.break('cut-off', { path: USERS, skip: 2 }),
    ends: /^complete, after 1 retry$/,
  },
  {
    fault: 'half a page, for ever',
    arrange: world =>
      world.break('cut-off', { path: USERS, skip: 2, count: FOR_EVER }),
    ends: /^failed: Reading the users: acme.gorgias.com ended the connection in the middle of its answer\. Gave up after 6 tries\.$/,
  },
  {
    fault: 'invalid JSON',
    arrange: world => world.break('invalid-json', { path: USERS, skip: 2 }),
    ends: /^failed: Reading the users: Gorgias answered with something else than JSON/,
  },
  {
    fault: 'an HTML page with status 200',
    arrange: world => world.break('html', { path: USERS, skip: 2 }),
    ends: /^failed: Reading the users: Gorgias answered with something else than JSON/,
  },
  {
    fault: 'a bad envelope',
    arrange: world => world.break('bad-envelope', { path: USERS, skip: 2 }),
    ends: /^failed: Reading the users: Gorgias' answer is not as documented \(data: .*expected array/,
  },
  {
    fault: 'a user record that does not parse',
    arrange: world => world.break('bad-record', { path: USERS }),
    ends: /^failed: Reading the users: Gorgias' answer is not as documented \(user 411805933: active: .*; user 411805933: role: /,
  },
  {
    fault: 'an answer that never ends, once',
    arrange: world => world.break('never-ends', { path: USERS, skip: 1 }),
    ends: /^complete, after 1 retry$/,
  },
  {
    fault: 'answers that never end, for ever',
    arrange: world =>
      world.break('never-ends', { path: USERS, skip: 1, count: FOR_EVER }),
    ends: /^failed: Reading the users: acme.gorgias.com did not finish its answer within 30 seconds\. Gave up after 6 tries\.$/,
  },
  {
    fault: 'an answer of 200 MB',
    arrange: world => world.break('huge', { path: USERS, skip: 1 }),
    ends: /^failed: Reading the users: acme.gorgias.com sent more than 5 MB/,
  },
];

const LISTS: Fault[] = [
  {
    fault: 'empty pages with a next cursor',
    arrange: world => world.break('empty-page', { path: USERS, count: 7 }),
    ends: /^complete$/,
  },
  {
    fault: 'empty pages with a next cursor, for ever',
    arrange: world =>
      world.fault({
        breakNext: [
          { how: 'empty-page', path: USERS, count: FOR_EVER },
          { how: 'empty-page', path: USERS, count: FOR_EVER },
        ],
      }),
    ends: /^failed: Reading the users: .*empty pages/,
  },
  {
    fault: 'a cursor that loops, once',
    arrange: world => world.break('looping-cursor', { path: USERS, skip: 2 }),
    ends: /^complete, pages were read again$/,
  },
  {
    fault: 'cursors that loop, for ever',
    arrange: world =>
      world.break('looping-cursor', { path: USERS, count: FOR_EVER }),
    ends: /^failed: Reading the users: Gorgias sent the same cursor twice, so the list has no end/,
  },
  {
    fault: 'a cursor that expires, once',
    arrange: world => world.break('expired-cursor', { path: USERS, skip: 3 }),
    ends: /^complete, pages were read again$/,
  },
  {
    fault: 'cursors that expire, for ever',
    arrange: world =>
      world.fault({
        breakNext: [1, 2, 3].map(skip => ({
          how: 'expired-cursor',
          path: USERS,
          skip,
        })),
      }),
    ends: /^failed: Reading the users: Gorgias does not accept its own cursor any more/,
  },
  {
    fault: 'wrong order, once',
    arrange: world => world.break('wrong-order', { path: USERS, skip: 2 }),
    ends: /^complete, pages were read again$/,
  },
  {
    fault: 'wrong order, for ever',
    arrange: world =>
      world.break('wrong-order', { path: USERS, count: FOR_EVER }),
    ends: /^failed: Reading the users: the user \d+ is out of the order that was asked for/,
  },
  {
    fault: 'a user deleted between two pages, with cursors that are positions',
    arrange: async world => {
      await world.behave({ cursorKind: 'offset' });
      world.beforePage(3, () => world.deleteUser(YUKI));
    },
    ends: /^complete, pages were read again$/,
    readBefore: [YUKI],
  },
  {
    fault: 'the same, and the event log does not tell',
    arrange: async world => {
      await world.behave({ cursorKind: 'offset', eventsRecorded: false });
      world.beforePage(4, () => world.deleteUser(YUKI));
    },
    ends: /^complete$/,
    readBefore: [YUKI],
  },
  {
    fault: 'no answer about a user who is not listed any more, for ever',
    arrange: world =>
      world.break('reset', { path: `${USERS}/${CHLOE}`, count: FOR_EVER }),
    ends: /^failed: Reading the user: acme.gorgias.com could not be reached\. Gave up after 6 tries\.$/,
  },
];

const TROUBLE_ON_THE_WAY: Fault[] = [
  {
    fault: '429 with Retry-After, twice',
    arrange: world =>
      world.fault({ rateLimitNext: { count: 2, retryAfterSeconds: 7 } }),
    ends: /^complete, after 2 retries$/,
    also: async ({ gorgias }) => {
      expect(gorgias.clock.waits[0]).toBeGreaterThanOrEqual(7000);
      expect(gorgias.clock.waits[0]).toBeLessThan(8000);
    },
  },
  {
    fault: '429 without Retry-After, twice',
    arrange: world =>
      world.fault({ rateLimitNext: { count: 2, retryAfterSeconds: null } }),
    ends: /^complete, after 2 retries$/,
  },
  {
    fault: '429 with a Retry-After of an hour, for ever',
    arrange: world =>
      world.fault({
        rateLimitNext: { count: FOR_EVER, retryAfterSeconds: 3600 },
      }),
    ends: /^failed: Reading the event log: Gorgias limits the rate of requests, and the limit is used up, maybe by other integrations of the account\. Gave up after 5 tries\.$/,
    also: expectToGiveUpInTime,
  },
  {
    fault: '429 without Retry-After, for ever',
    arrange: world =>
      world.fault({
        rateLimitNext: { count: FOR_EVER, retryAfterSeconds: null },
      }),
    ends: /^failed: Reading the event log: Gorgias limits the rate of requests, and the limit is used up, maybe by other integrations of the account\. Gave up after 6 tries\.$/,
    also: expectToGiveUpInTime,
  },
  {
    fault: '500, three times, then good',
    arrange: world => world.fault({ failNext: { count: 3, status: 500 } }),
    ends: /^complete, after 3 retries$/,
  },
  {
    fault: '500 for ever',
    arrange: world =>
      world.fault({ failNext: { count: FOR_EVER, status: 500 } }),
    ends: /^failed: Reading .*: Gorgias has a problem \(500\)\. Gave up after 6 tries\.$/,
    also: expectToGiveUpInTime,
  },
  {
    fault: 'a connection reset, once',
    arrange: world => world.break('reset', { path: USERS, skip: 1 }),
    ends: /^complete, after 1 retry$/,
  },
  {
    fault: 'connections reset, for ever',
    arrange: world => world.break('reset', { count: FOR_EVER }),
    ends: /^failed: Reading .*: acme.gorgias.com could not be reached\. Gave up after 6 tries\.$/,
    also: expectToGiveUpInTime,
  },
  {
    fault: 'a redirect to another host',
    arrange: world => world.break('redirect', { path: USERS, skip: 1 }),
    ends: /^failed: Reading the users: acme.gorgias.com answered with a redirect, which is not followed/,
  },
  {
    fault: 'a cursor that names another host, once',
    arrange: world => world.break('foreign-cursor', { path: USERS, skip: 1 }),
    ends: /^complete, pages were read again$/,
    also: async world => {
      expect(world.sent.map(({ query }) => query.get('cursor'))).toContain(
        'https://evil.example/api/users?cursor=x',
      );
    },
  },
  {
    fault: 'cursors that name another host, for ever',
    arrange: world =>
      world.break('foreign-cursor', { path: USERS, count: FOR_EVER }),
    ends: /^failed: Reading the users: Gorgias does not accept its own cursor any more/,
  },
  ...[1, -1].map(days => ({
    fault: `a clock that is a day ${days > 0 ? 'ahead' : 'behind'}`,
    arrange: async (world: FaultyWorld) => {
      await world.behave({ clockSkewSeconds: days * 24 * 60 * 60 });
      await world.expireTokens();
      await world.deleteUser(YUKI);
    },
    ends: /^complete, access was renewed$/,
    also: async (world: FaultyWorld) => {
      expect(await world.factsAt()).toBe('2026-11-24T09:15:00.000Z');
      expect(await world.tokenLapsesAt()).toBe('2026-11-25T09:15:00.000Z');
      expect(await world.sync()).toBe('complete');
    },
  })),
];

const ACCESS: Fault[] = [
  {
    fault: 'a token that expires between two pages',
    arrange: world => world.break('expire-token', { path: USERS, skip: 2 }),
    ends: /^complete, access was renewed$/,
  },
  {
    fault: 'a refresh that answers without expires_in',
    arrange: async world => {
      await world.behave({ expiresInSeconds: null });
      await world.expireTokens();
    },
    ends: /^complete, access was renewed$/,
    also: async world => {
      expect(await world.tokenLapsesAt()).toBe('2026-11-25T09:15:00.000Z');
    },
  },
  {
    fault: 'a refresh that fails twice with 500',
    arrange: async world => {
      await world.expireTokens();
      await world.fault({
        failNext: { count: 2, status: 500, target: 'oauth' },
      });
    },
    ends: /^complete, after 2 retries, access was renewed$/,
  },
  {
    fault: 'a refresh that fails with 500, for ever',
    arrange: async world => {
      await world.expireTokens();
      await world.fault({
        failNext: { count: FOR_EVER, status: 500, target: 'oauth' },
      });
    },
    ends: /^failed: Renewing access: Gorgias has a problem \(500\)\. Gave up after 6 tries\.$/,
  },
  {
    fault: 'a refresh whose answer is lost, where refresh tokens are replaced',
    arrange: async world => {
      await world.behave({ rotatesRefreshTokens: true });
      await world.expireTokens();
      await world.break('cut-off', { path: '/oauth/token' });
    },
    ends: /^failed: Renewing access: Gorgias does not accept the grant any more\. A Gorgias admin has to connect again\.$/,
    connection: 'needs-reconnect',
  },
  {
    fault: 'a revoked refresh token',
    arrange: async world => {
      await world.expireTokens();
      await world.revokeGrants();
    },
    ends: /^failed: Renewing access: Gorgias does not accept the grant any more\. A Gorgias admin has to connect again\.$/,
    connection: 'needs-reconnect',
  },
  {
    fault: 'a refresh that no longer has the scope users:read',
    arrange: async world => {
      await world.behave({ scopesGranted: ['offline', 'account:read'] });
      await world.expireTokens();
    },
    ends: /^failed: Reading the users: Gorgias does not allow this/,
    connection: 'needs-reconnect',
    also: async world => {
      expect((await world.connection()).stateReason).toContain(
        'The grant lacks users:read',
      );
    },
  },
  {
    fault: 'a refresh that no longer has the scope account:read',
    arrange: async world => {
      await world.behave({
        scopesGranted: ['offline', 'users:read', 'events:read'],
      });
      await world.expireTokens();
    },
    ends: /^complete, access was renewed, sign-in settings are unknown, a warning says to reconnect$/,
    reconnectMends: true,
    also: async world => {
      await expectSettingsUnknown(world);
      expect((await world.connection()).warning).toContain('account:read');
    },
  },
  {
    fault: 'unauthorized, once',
    arrange: world => world.break('unauthorized', { path: USERS, skip: 1 }),
    ends: /^complete, access was renewed$/,
  },
  {
    fault: 'unauthorized, for good',
    arrange: world => world.break('unauthorized', { count: FOR_EVER }),
    ends: /^failed: Reading .*: Gorgias refused the credentials/,
    connection: 'needs-reconnect',
  },
  {
    fault: 'forbidden, once',
    arrange: world => world.break('forbidden', { path: USERS, skip: 1 }),
    ends: /^failed: Reading the users: Gorgias does not allow this/,
  },
  {
    fault: 'forbidden, for good',
    arrange: world => world.break('forbidden', { count: FOR_EVER }),
    ends: /^failed: Reading the users: Gorgias does not allow this/,
    connection: 'needs-reconnect',
  },
  {
    fault: 'settings that are forbidden, once',
    arrange: world => world.break('forbidden', { path: SETTINGS }),
    ends: /^complete$/,
    also: async world => {
      expect(await world.accessSettings()).toMatchObject({
        twoFactorEnforcedAt: '2026-11-24T00:00:00.000Z',
      });
    },
  },
  {
    fault: 'settings that are forbidden, for good',
    arrange: world =>
      world.break('forbidden', { path: SETTINGS, count: FOR_EVER }),
    ends: /^complete, sign-in settings are unknown$/,
    also: expectSettingsUnknown,
  },
  {
    fault: 'an event log that is forbidden',
    arrange: world =>
      world.break('forbidden', { path: EVENTS, count: FOR_EVER }),
    ends: /^complete, pages were read again, no early news$/,
    also: expectNoEarlyNews,
  },
  {
    fault: 'an event log that becomes forbidden while the list is read',
    arrange: world =>
      world.beforePage(2, () =>
        world.break('forbidden', { path: EVENTS, count: FOR_EVER }),
      ),
    ends: /^complete, pages were read again$/,
  },
  {
    fault: 'an event log that does not answer, for ever',
    arrange: world => world.break('reset', { path: EVENTS, count: FOR_EVER }),
    ends: /^complete, after 5 retries, pages were read again$/,
  },
  {
    fault: 'no scope events:read, when connecting again',
    arrange: world =>
      world.behave({
        scopesGranted: ['offline', 'users:read', 'account:read'],
      }),
    act: world => world.reconnect(),
    ends: /^complete, pages were read again, no early news$/,
    also: expectNoEarlyNews,
  },
  {
    fault: 'a state used three times at the same instant',
    act: async world => comeBackThrice(world, await begin(world)),
    ends: /^complete; one connected, two refused: This attempt is not known or was already used/,
  },
];

/** None of these changes anything, so all of them can happen to one world. */
const REFUSED: Fault[] = [
  {
    fault: 'fewer scopes than are needed, when connecting again',
    arrange: world =>
      world.behave({ scopesGranted: ['offline', 'users:read'] }),
    act: async world => comeBack(await begin(world)),
    ends: /^refused: Gorgias granted less than was asked for/,
  },
  {
    fault: 'the code of another account, in the callback of this one',
    act: async world =>
      comeBack(await begin(world, { logInAt: 'acme-outlet' })),
    ends: /^refused: Gorgias refused to finish the log-in/,
  },
  {
    fault: 'the code for another entity, in the callback of this one',
    act: async world => {
      const entityRef = addOutlet(world);
      const outlet = { entityRef, subdomain: 'acme-outlet' };
      const code = codeOf(await begin(world, outlet));
      const own = await begin(world);
      own.callback.searchParams.set('code', code);
      return comeBack(own);
    },
    ends: /^refused: Gorgias refused to finish the log-in/,
  },
  {
    fault: 'a state that began in another browser',
    act: async world => {
      const { callback } = await begin(world);
      return comeBack({ callback });
    },
    ends: /^refused: This attempt was started in another browser/,
    also: expectNoTokens,
  },
  {
    fault: 'the state of one attempt with the cookie of another',
    act: async world => {
      const { cookie } = await begin(world);
      const { callback } = await begin(world);
      return comeBack({ callback, cookie });
    },
    ends: /^refused: This attempt was started in another browser/,
    also: expectNoTokens,
  },
  {
    fault: 'the state of one attempt with the binding of another',
    act: async world => {
      const victim = await begin(world);
      const attacker = await begin(world);
      const [name] = victim.cookie.split('=');
      const [, binding] = attacker.cookie.split('=');
      return comeBack({
        callback: victim.callback,
        cookie: `${name}=${binding}`,
      });
    },
    ends: /^refused: This attempt was started in another browser/,
    also: expectNoTokens,
  },
  {
    fault: 'a state that nobody gave out',
    act: async world => {
      const attempt = await begin(world);
      attempt.callback.searchParams.set('state', 'guessed');
      return comeBack(attempt);
    },
    ends: /^refused: This attempt is not known or was already used/,
    also: expectNoTokens,
  },
  {
    fault: 'an attempt that is ten minutes old',
    act: async world => {
      const attempt = await begin(world);
      advanceClock({ minutes: 10 });
      return comeBack(attempt);
    },
    ends: /^refused: This attempt took more than ten minutes/,
    also: expectNoTokens,
  },
  {
    fault: '500 when the code is traded',
    act: async world => {
      const attempt = await begin(world);
      await world.fault({
        failNext: { count: 1, status: 500, target: 'oauth' },
      });
      return comeBack(attempt);
    },
    ends: /^refused: Gorgias could not be reached/,
  },
  {
    fault: 'a redirect to another host when the code is traded',
    act: async world => {
      const attempt = await begin(world);
      await world.break('redirect', { path: '/oauth/token' });
      return comeBack(attempt);
    },
    ends: /^refused: Gorgias refused to finish the log-in/,
  },
  {
    fault: 'a redirect to another host when asked whether the account exists',
    arrange: world => world.break('redirect', { path: '/api/account' }),
    act: world => beginWith(world, 'acme'),
    ends: /^refused: 503 ServiceUnavailableError Gorgias could not be asked whether the account "acme" exists. .*redirect, which is not followed/,
  },
];

const SUBDOMAINS: Fault[] = [
  { typed: 'acme.evil.example', ends: refusedSubdomain(/not an address at/) },
  { typed: 'acme.', ends: refusedSubdomain(/not an address at gorgias\.com/) },
  { typed: '127.0.0.1', ends: refusedSubdomain(/not an address at/) },
  { typed: 'evil.example/acme', ends: refusedSubdomain(/has a path behind/) },
  { typed: '../acme', ends: refusedSubdomain(/has a path behind/) },
  { typed: 'acme@evil.example', ends: refusedSubdomain(/has a user name/) },
  { typed: 'acme:8443', ends: refusedSubdomain(/a port/) },
  { typed: 'acme%2eevil', ends: refusedSubdomain(/an escape sequence/) },
  { typed: 'acme#evil', ends: refusedSubdomain(/has a path behind it/) },
  { typed: 'https://evil.example#.gorgias.com', ends: refusedSubdomain(/not/) },
  // A Cyrillic letter, and the same in Punycode; full width; an ideographic stop.
  { typed: '\u0430cme', ends: refusedSubdomain(/letters other than a to z/) },
  { typed: 'xn--cme-6cd', ends: refusedSubdomain(/letters other than/) },
  { typed: '\uff41cme', ends: refusedSubdomain(/letters other than a to z/) },
  { typed: 'acme\u3002com', ends: refusedSubdomain(/letters other than/) },
  { typed: 'a'.repeat(64), ends: refusedSubdomain(/longer than 63/) },
  { typed: 'a'.repeat(63), ends: refusedSubdomain(/account "acme", not for/) },
  {
    typed: 'globex',
    ends: refusedSubdomain(/account "acme", not for "globex"/),
  },
  { typed: '', ends: refusedSubdomain(/is missing/) },
  { typed: 'ACME', ends: /^accepted as acme$/ },
  { typed: 'acme.gorgias.com', ends: /^accepted as acme$/ },
  { typed: 'https://acme.gorgias.com#evil', ends: /^accepted as acme$/ },
].map(({ typed, ends }) => ({
  fault: `the subdomain ${readable(typed)}`,
  act: world => beginWith(world, typed),
  ends,
  also: world => {
    // Nobody is asked about what can't be meant.
    const asked = ends.source.startsWith('^accepted') ? 1 : 0;
    expect(world.sent).toHaveLength(asked);
  },
}));

const FAULTS: Array<[group: string, faults: Fault[]]> = [
  ['broken answers', BROKEN_ANSWERS],
  ['lists', LISTS],
  ['trouble on the way', TROUBLE_ON_THE_WAY],
  ['access', ACCESS],
];

const table = new OutcomeTable();
afterAll(() => {
  process.stdout.write(`\n${table.toMarkdown()}\n\n`);
});

describe.each(databaseIds)('faults on %s', id => {
  const startWorld = async () => FaultyWorld.start(await databases.init(id));
  let world: FaultyWorld;
  let healthy: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    healthy = await statusesOfHealthy(world);
    await world.stop();
  });

  describe.each(FAULTS)('%s', (_, faults) => {
    beforeEach(async () => {
      world = await startWorld();
    });
    afterEach(() => world.stop());

    it.each(faults)('$fault', async fault => {
      const outcome = await letHappen(fault, world);
      table.add(outcome, id);
      expect(outcome).toMatchObject(expected(fault));
      await recover(fault, world, healthy);
    });
  });

  describe('attempts to connect', () => {
    beforeAll(async () => {
      world = await startWorld();
    });
    afterEach(() => world.endFaults());
    afterAll(() => world.stop());

    it.each([...REFUSED, ...SUBDOMAINS])('$fault', async fault => {
      const outcome = await letHappen(fault, world);
      table.add(outcome, id);
      expect(outcome).toMatchObject(expected(fault));
    });

    it('lose nothing', async () => {
      expect(await recover({}, world, healthy)).toMatch(/^complete/);
    });
  });
});

function expected({ ends, connection = 'connected' }: Fault): object {
  return { ended: expect.stringMatching(ends), connection };
}

function refusedSubdomain(why: RegExp): RegExp {
  return new RegExp(`^refused: 400 InputError subdomain: .*${why.source}`);
}

/** In letters that can be told apart, and few of them. */
function readable(typed: string): string {
  return /^(.)\1{9,}$/.test(typed)
    ? `of ${typed.length} letters`
    : `"${typed.replace(
        /[^\x20-\x7e]/g,
        letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )}"`;
}

function codeOf({ callback }: Attempt): string {
  return callback.searchParams.get('code')!;
}

/** However long Gorgias asks to wait, a run takes less than half of the ten minutes it has. */
function expectToGiveUpInTime({ gorgias }: FaultyWorld): void {
  const waited = gorgias.clock.waits.reduce((sum, wait) => sum + wait, 0);
  expect(waited).toBeLessThan(5 * 60 * 1000);
}

function expectNoTokens(world: FaultyWorld): void {
  expect(world.sent.map(({ path }) => path)).not.toContain('/oauth/token');
}

async function expectSettingsUnknown(world: FaultyWorld): Promise<void> {
  expect(await world.accessSettings()).toEqual({});
}

async function expectNoEarlyNews({ gorgias }: FaultyWorld): Promise<void> {
  const { earlyNews } = await gorgias.as(ADMIN).getSystem(GORGIAS);
  expect(earlyNews).toMatchObject({
    available: false,
    reason: expect.stringMatching(/events:read|event log/),
  });
}
