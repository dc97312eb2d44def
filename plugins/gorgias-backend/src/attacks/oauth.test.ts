import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';
import { begin, open, said, withQuery } from './__testUtils__/connecting';

const EVIL = 'https://evil.example/';

describe.each(databaseIds)('on %s, connecting', id => {
  let gorgias: RunningGorgias;
  /** What was asked of Gorgias, in order. */
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    gorgias = await startGorgias({
      knex: await databases.init(id),
      onRequest: async ({ subdomain, path }) => {
        asked.push(`${subdomain} ${path}`);
      },
    });
  });
  afterEach(() => gorgias.stop());

  const connection = async () =>
    (await gorgias.as(ADMIN).getSystem(GORGIAS)).connection;
  const tokenRequests = () =>
    asked.filter(request => request.endsWith(' /oauth/token'));

  it('asks the account that the attempt began with, whatever the callback names', async () => {
    const { callback, cookie } = await begin(gorgias);
    const page = await open(
      withQuery(callback, {
        account: 'acme-outlet',
        domain: 'evil.example',
        iss: EVIL,
        subdomain: 'acme-outlet',
      }),
      cookie,
    );
    expect(page.status).toBe(200);
    expect(tokenRequests()).toEqual(['acme /oauth/token']);
    expect(await connection()).toMatchObject({ subdomain: 'acme' });
  });

  it('gets nothing for a code that was traded before', async () => {
    const first = await begin(gorgias);
    await open(first.callback, first.cookie);
    const second = await begin(gorgias);
    const code = first.callback.searchParams.get('code')!;
    const page = await open(
      withQuery(second.callback, { code }),
      second.cookie,
    );
    expect(await said(page)).toContain('Gorgias refused to finish the log-in');
    expect(await connection()).toMatchObject({ state: 'connected' });
  });

  it('lets an attempt go on nowhere once somebody has opened it elsewhere', async () => {
    const { callback, cookie } = await begin(gorgias);
    expect(await said(await open(callback))).toContain('another browser');
    expect(await said(await open(callback, cookie))).toContain('already used');
    expect(tokenRequests()).toEqual([]);
    expect(await connection()).toBeNull();
  });

  it("does not connect in the browser of somebody who is led to an attacker's callback", async () => {
    const attacker = await begin(gorgias);
    const victim = await begin(gorgias);
    const page = await open(attacker.callback, victim.cookie);
    expect(await said(page)).toContain('another browser');
    expect(tokenRequests()).toEqual([]);
    expect(await connection()).toBeNull();
  });

  it('sends nobody to an address that a callback names', async () => {
    const names = ['next', 'redirect_uri', 'return_to', 'returnUrl', 'origin'];
    // eslint-disable-next-line no-script-url
    for (const target of [EVIL, '//evil.example', 'javascript:alert(1)']) {
      const { callback, cookie } = await begin(gorgias);
      const page = await open(
        withQuery(
          callback,
          Object.fromEntries(names.map(name => [name, target])),
        ),
        cookie,
      );
      expect(page.status).toBe(200);
      expect(page.headers.get('location')).toBeNull();
      expect(page.headers.get('refresh')).toBeNull();
      expect(await page.text()).not.toMatch(/evil|javascript:|http-equiv/);
    }
  });

  it('has Gorgias send nobody to the host that a request names', async () => {
    const { authorizeUrl } = await begin(gorgias, {
      forwarded: 'host=evil.example;proto=https',
      origin: EVIL,
      referer: EVIL,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(authorizeUrl.searchParams.get('redirect_uri')).toBe(
      `${gorgias.baseUrl}/connections/callback`,
    );
  });

  it('repeats nothing of the address of a callback', async () => {
    const pageFor = async (parts: Record<string, string>) => {
      const { callback, cookie } = await begin(gorgias);
      callback.searchParams.delete('code');
      const page = await open(withQuery(callback, parts), cookie);
      expect(page.status).toBe(400);
      return (await page.text()).replace(/data-session="[^"]*"/, '');
    };
    const plain = await pageFor({ error: 'server_error' });
    expect(plain).toContain('Gorgias refused to finish the log-in');
    const script = '"><script>alert(document.domain)</script>';
    expect(await pageFor({ error: script })).toBe(plain);
    expect(
      await pageFor({
        error: 'server_error',
        error_description: script,
        // eslint-disable-next-line no-script-url
        error_uri: 'javascript:alert(1)',
      }),
    ).toBe(plain);
  });

  it('posts its message to the app alone, by the one script that the page may run', async () => {
    const { callback, cookie } = await begin(gorgias);
    const page = await open(callback, cookie);
    const html = await page.text();
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
    expect(scripts).toHaveLength(1);
    const [[, script]] = scripts;
    expect(page.headers.get('content-security-policy')).toContain(
      `script-src 'sha256-${createHash('sha256')
        .update(script)
        .digest('base64')}';`,
    );

    const dataset = Object.fromEntries(
      [...html.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const postMessage = jest.fn();
    const window = { opener: { postMessage }, close: jest.fn() };
    runInNewContext(script, {
      window,
      document: {
        body: { dataset },
        getElementById: () => ({ addEventListener: () => {} }),
      },
    });
    expect(postMessage.mock.calls.map(call => structuredClone(call))).toEqual([
      [
        { type: 'gorgias-oauth', sessionId: dataset.session },
        'http://localhost:3000',
      ],
    ]);
    expect(window.close).toHaveBeenCalled();
  });

  it('follows Gorgias to no other host when a code is traded', async () => {
    const { callback, cookie } = await begin(gorgias);
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'redirect', path: '/oauth/token' },
    });
    const sent = jest.spyOn(global, 'fetch');
    const page = await open(callback, cookie);
    const hosts = sent.mock.calls.map(([url]) => new URL(String(url)).hostname);
    sent.mockRestore();
    expect(await said(page)).toContain('Gorgias refused to finish the log-in');
    expect(new Set(hosts)).toEqual(new Set(['localhost', '127.0.0.1']));
    expect(await connection()).toBeNull();
  });
});
