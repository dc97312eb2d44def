import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

describe.each(databaseIds)('connecting on %s', id => {
  let gorgias: RunningGorgias;
  /** Awaited before Gorgias gives out tokens. */
  let beforeTokens: () => Promise<void> | void;

  beforeEach(async () => {
    beforeTokens = () => {};
    gorgias = await startGorgias({
      knex: await databases.init(id),
      onRequest: async ({ path }) => {
        if (path.endsWith('/oauth/token')) await beforeTokens();
      },
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const start = (subdomain = 'acme') =>
    gorgias.as(ADMIN).startConnection({ entityRef: GORGIAS, subdomain });

  const outcomeOf = async (sessionId: string) =>
    gorgias.as(ADMIN).getConnectionSession(sessionId);

  it('connects and starts the first sync by itself', async () => {
    const { sessionId, authorizeUrl } = await start(
      ' https://www.ACME.gorgias.com/app/tickets ',
    );
    expect(await outcomeOf(sessionId)).toEqual({
      sessionId,
      status: 'pending',
    });
    const page = await gorgias.comeBack(await gorgias.allow(authorizeUrl));

    expect(page.status).toBe(200);
    expect(await outcomeOf(sessionId)).toEqual({
      sessionId,
      status: 'succeeded',
    });
    const before = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(before.connection).toMatchObject({
      state: 'connected',
      subdomain: 'acme',
      connectedBy: ADMIN,
      scopes: ['offline', 'users:read', 'account:read', 'events:read'],
      gorgiasUser: { id: '410200186', name: 'Ivy Nakamura' },
    });
    expect(before.sync.current).toMatchObject({
      trigger: 'connected',
      outcome: 'running',
    });
    expect(before.checks[0]).toMatchObject({
      status: 'unknown',
      ground: 'The first read has not finished yet.',
    });

    await gorgias.runRequested();
    const after = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(after.sync.last).toMatchObject({ outcome: 'complete', pages: 1 });
    expect(after.accounts).toEqual({ active: 22, deactivated: 1, gone: 0 });
  });

  it('is waited for by a look for runs that finds somebody coming back, so that the first sync begins at once', async () => {
    const { authorizeUrl } = await start();
    const callback = await gorgias.allow(authorizeUrl);
    let look: Promise<void> | undefined;
    beforeTokens = () => {
      look = gorgias.runRequested();
    };
    const back = gorgias.comeBack(callback);
    const slept = jest
      .spyOn(gorgias.clock, 'sleep')
      .mockImplementation(async () => {
        await back;
      });
    expect((await back).status).toBe(200);
    await look;
    slept.mockRestore();
    const { sync } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(sync.last).toMatchObject({
      trigger: 'connected',
      outcome: 'complete',
    });
  });

  it('is waited for by a look for runs for some seconds only', async () => {
    const { authorizeUrl } = await start();
    const callback = await gorgias.allow(authorizeUrl);
    let waited = 0;
    beforeTokens = async () => {
      await gorgias.runRequested();
      waited = gorgias.clock.waits.reduce((sum, wait) => sum + wait, 0);
    };
    expect((await gorgias.comeBack(callback)).status).toBe(200);
    expect(waited).toBeGreaterThan(4_000);
    expect(waited).toBeLessThan(6_000);
  });

  it('tells the window that opened it, that one only, and nothing secret', async () => {
    const { sessionId, authorizeUrl } = await start();
    const callback = await gorgias.allow(authorizeUrl);
    const page = await gorgias.comeBack(callback);
    const html = await page.text();
    expect(html).toContain(`data-session="${sessionId}"`);
    expect(html).toContain('data-origin="http://localhost:3000"');
    expect(html).not.toContain(callback.searchParams.get('code'));
    expect(html).not.toContain(callback.searchParams.get('state'));
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      ),
    });
  });

  it('binds the attempt by a cookie for the callback only, out of reach of scripts', async () => {
    const answer = await fetch(`${gorgias.baseUrl}/connections`, {
      method: 'POST',
      headers: {
        authorization: `Bearer mock-user-token:${JSON.stringify({
          sub: ADMIN,
        })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ entityRef: GORGIAS, subdomain: 'acme' }),
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^gorgias-connect-[0-9a-f-]{36}=[\w-]{43}; Max-Age=600; Path=\/api\/gorgias\/connections\/callback; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  it('says when access was denied, and can be tried again', async () => {
    const { sessionId, authorizeUrl } = await start();
    const logIn = await gorgias.browser.open(authorizeUrl);
    const consent = await gorgias.browser.press(logIn, 'Log in', {
      email: 'ivy.nakamura@acme.example',
      password: 'acme-password',
    });
    const denied = await gorgias.browser.press(consent, 'Deny');
    const page = await gorgias.comeBack(denied.leftFor!);
    expect(await page.text()).toContain('Access was not granted at Gorgias');
    expect(await outcomeOf(sessionId)).toMatchObject({
      status: 'failed',
      errorCode: 'access-denied',
    });
    await gorgias.connect();
  });

  it('refuses somebody who is no admin at Gorgias, and ends the grant it got', async () => {
    const { sessionId, authorizeUrl } = await start();
    const page = await gorgias.comeBack(
      await gorgias.allow(authorizeUrl, 'sam.rivers@acme.example'),
    );
    expect(await page.text()).toContain('not an admin of the account');
    expect(await outcomeOf(sessionId)).toMatchObject({
      errorCode: 'not-admin',
    });
    const { grants } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    expect(grants.filter((grant: any) => !grant.revoked)).toEqual([]);
    const summary = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(summary.connection).toBeNull();
  });

  it('does not endanger the grant in use when a second attempt fails', async () => {
    await gorgias.connect();
    const { authorizeUrl } = await start();
    const page = await gorgias.comeBack(
      await gorgias.allow(authorizeUrl, 'sam.rivers@acme.example'),
    );
    expect(page.status).toBe(400);
    const { byEndpoint } = await (
      await gorgias.control('GET', '/accounts/acme/requests')
    ).json();
    expect(byEndpoint).not.toHaveProperty(['POST /oauth/revoke']);
    await gorgias.sync();
    expect(
      (await gorgias.as(ADMIN).getSystem(GORGIAS)).connection,
    ).toMatchObject({
      state: 'connected',
      gorgiasUser: { name: 'Ivy Nakamura' },
    });
  });

  it('uses a state once, also when it comes twice at the same instant', async () => {
    const { authorizeUrl } = await start();
    const callback = await gorgias.allow(authorizeUrl);
    const pages = await Promise.all([
      gorgias.comeBack(callback),
      gorgias.comeBack(callback),
      gorgias.comeBack(callback),
    ]);
    expect(pages.map(page => page.status).sort()).toEqual([200, 400, 400]);
    const again = await gorgias.comeBack(callback);
    expect(await again.text()).toContain('was already used');
  });

  it('refuses a state that was never given out', async () => {
    for (const query of ['?state=guess&code=x', '?code=x', '', '?state[]=a']) {
      const page = await fetch(
        `${gorgias.baseUrl}/connections/callback${query}`,
      );
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('Start again from Backstage');
    }
  });

  it('refuses a callback in another browser than the one that began', async () => {
    const { sessionId, authorizeUrl } = await start();
    const page = await fetch(await gorgias.allow(authorizeUrl));
    expect(await page.text()).toContain('started in another browser');
    expect(await outcomeOf(sessionId)).toMatchObject({
      errorCode: 'wrong-browser',
    });
  });

  it('refuses the cookie of another attempt of the same browser', async () => {
    const first = await start();
    const second = await start();
    const secondCallback = await gorgias.allow(second.authorizeUrl);
    const page = await fetch(secondCallback, {
      headers: { cookie: `gorgias-connect-${first.sessionId}=x` },
    });
    expect(page.status).toBe(400);
  });

  it('lets an attempt expire after ten minutes', async () => {
    setClock('2026-11-24T09:00:00Z');
    const { sessionId, authorizeUrl, expiresAt } = await start();
    expect(expiresAt).toBe('2026-11-24T09:10:00.000Z');
    const callback = await gorgias.allow(authorizeUrl);
    advanceClock({ minutes: 10 });
    expect(await outcomeOf(sessionId)).toMatchObject({
      status: 'failed',
      errorCode: 'expired',
    });
    const page = await gorgias.comeBack(callback);
    expect(await page.text()).toContain('has expired');
  });

  it('refuses a subdomain that is not the one of the entity, or is none', async () => {
    await expect(start('globex')).rejects.toMatchObject({
      statusCode: 400,
      body: {
        error: {
          message: expect.stringContaining(
            'stands for the Gorgias account "acme", not for "globex"',
          ),
        },
      },
    });
    await expect(start('acme.evil.example')).rejects.toMatchObject({
      body: {
        error: {
          message: expect.stringContaining('not an address at gorgias'),
        },
      },
    });
  });

  it('says so when Gorgias has no such account', async () => {
    gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === 'gorgias',
    )!.metadata.annotations!['gorgias.com/subdomain'] = 'globex';
    await expect(start('globex')).rejects.toMatchObject({
      body: {
        error: {
          message: expect.stringContaining('Gorgias has no account "globex"'),
        },
      },
    });
  });

  it('says so when the entity does not exist or stands for no account', async () => {
    const admin = gorgias.as(ADMIN);
    for (const entityRef of [
      'resource:default/nothing',
      'component:default/storefront-web',
    ]) {
      await expect(
        admin.startConnection({ entityRef, subdomain: 'acme' }),
      ).rejects.toMatchObject({ statusCode: 404 });
    }
    await expect(
      admin.startConnection({ entityRef: 'gorgias', subdomain: 'acme' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining('write it like') } },
    });
  });

  it('does not show an attempt to anybody else', async () => {
    const { sessionId } = await start();
    await expect(
      gorgias.as(ENGINEER).getConnectionSession(sessionId),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(outcomeOf('0'.repeat(36))).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('says so when Gorgias fails in the middle', async () => {
    const { sessionId, authorizeUrl } = await start();
    const callback = await gorgias.allow(authorizeUrl);
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 20, status: 503 },
    });
    const page = await gorgias.comeBack(callback);
    expect(await page.text()).toContain('Gorgias could not be reached');
    expect(await outcomeOf(sessionId)).toMatchObject({
      errorCode: 'gorgias-unreachable',
    });
  });
});
