import { Browser, Page } from '../testing/Browser';
import {
  oauthApp,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const valid = {
  response_type: 'code',
  client_id: oauthApp.clientId,
  redirect_uri: oauthApp.redirectUrls[0],
  scope: 'offline users:read account:read',
  state: 'a-state',
};

async function openAuthorize(
  params: Record<string, string> = {},
  subdomain = 'acme',
) {
  const emulator = await startEmulator();
  const browser = new Browser(emulator.baseUrl);
  const query = new URLSearchParams({ ...valid, ...params });
  const url = `${emulator.baseUrl}/${subdomain}/oauth/authorize?${query}`;
  return { emulator, browser, url, page: await browser.open(url) };
}

function answerOf(page: Page) {
  return Object.fromEntries(page.leftFor!.searchParams);
}

const ivy = { email: 'ivy.nakamura@acme.example', password: 'acme-password' };

describe('an authorize request', () => {
  it.each([
    ['an unknown app', { client_id: 'stranger' }, 'client_id "stranger"'],
    ['no app', { client_id: '' }, 'client_id is missing'],
    [
      'a foreign redirect URL',
      { redirect_uri: 'https://evil.example/' },
      'redirect_uri "https://evil.example/"',
    ],
    [
      'a redirect URL that only starts like a registered one',
      { redirect_uri: `${valid.redirect_uri}/../x` },
      'is not among the redirect URLs',
    ],
    ['no redirect URL', { redirect_uri: '' }, 'redirect_uri is missing'],
  ])('of %s shows an error and sends nobody away', async (_, params, says) => {
    const { page } = await openAuthorize(params);
    expect(page.leftFor).toBeUndefined();
    expect(page.status).toBe(400);
    expect(page.html.replace(/&quot;/g, '"')).toContain(says);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'users:read everything' }, 'invalid_scope'],
    [{ scope: '' }, 'invalid_scope'],
  ])('with %j goes back to the app with %s', async (params, error) => {
    const { page } = await openAuthorize(params);
    expect(answerOf(page)).toMatchObject({ error, state: 'a-state' });
  });

  it('does not let markup of the query into the page', async () => {
    const { page } = await openAuthorize({ client_id: '<script>x</script>' });
    expect(page.html).not.toContain('<script>');
  });

  it('of an unknown account is answered with a page that is not there', async () => {
    const { page } = await openAuthorize({}, 'nobody');
    expect(page.status).toBe(404);
    expect(page.html).toContain('<!doctype html>');
  });
});

describe('the log-in page', () => {
  it('says what it is, labels its fields and runs no script', async () => {
    const { url, page } = await openAuthorize();
    expect(page.html).toContain('This is a local emulator');
    expect(page.html).toContain('acme-password');
    const ids = [...page.html.matchAll(/<input[^>]* id="([^"]*)"/g)];
    expect(ids.map(([, id]) => id)).toEqual(['email', 'password']);
    for (const [, id] of ids) {
      expect(page.html).toContain(`<label for="${id}">`);
    }
    expect(page.html).not.toContain('<script');
    const { headers } = await fetch(url);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['a wrong password', { ...ivy, password: 'guess' }],
    ['an unknown address', { ...ivy, email: 'nobody@acme.example' }],
    ['a user with SSO only', { ...ivy, email: 'jonas.weiss@acme.example' }],
    ['a bot', { ...ivy, email: 'bot-acme@helpdesk.example' }],
  ])('refuses %s', async (_, fields) => {
    const { browser, page } = await openAuthorize();
    const after = await browser.press(page, 'Log in', fields);
    expect(after.status).toBe(401);
    expect(after.html).toContain(
      'The e-mail address or the password is wrong.',
    );
    expect(after.html).toContain(`value="${fields.email}"`);
  });

  it('refuses a deactivated user', async () => {
    const { browser, page } = await openAuthorize();
    const after = await browser.press(page, 'Log in', {
      ...ivy,
      email: 'elise.caron@acme.example',
    });
    expect(after.html).toContain('This user is deactivated');
  });

  it('lets in by Google whoever uses Google, and nobody else', async () => {
    const { browser, page } = await openAuthorize();
    const refused = await browser.press(page, 'Log in with Google', ivy);
    expect(refused.html).toContain('No user with this e-mail address');
    const consent = await browser.press(page, 'Log in with Google', {
      email: 'Jonas.Weiss@acme.example',
    });
    expect(consent.html).toContain('<strong>Jonas Weiss</strong>');
  });

  it('offers only what the account allows', async () => {
    const outlet = await openAuthorize({}, 'acme-outlet');
    expect(outlet.page.html).not.toContain('Log in with');

    const { browser, page } = await openAuthorize({}, 'acme-enterprise');
    expect(page.html).not.toContain('type="password"');
    const consent = await browser.press(page, 'Log in with Acme Okta', {
      email: ivy.email,
    });
    expect(consent.html).toContain('<strong>Ivy Nakamura</strong>');
  });

  it('refuses a password once SSO is enforced', async () => {
    const { emulator, browser, page } = await openAuthorize();
    await emulator.control('PATCH', '/accounts/acme/settings', {
      sso_enforced_datetime: '2026-11-24T09:00:00',
    });
    const after = await browser.press(page, 'Log in', ivy);
    expect(after.html).toContain('Log-in by password is off');
  });
});

describe('the consent page', () => {
  it('names app, account and person, and says each scope in words', async () => {
    const { browser, page } = await openAuthorize();
    const consent = await browser.press(page, 'Log in', ivy);
    expect(consent.html).toContain('Allow acme-backstage to access acme?');
    expect(consent.html).toContain('Ivy Nakamura');
    const items = [...consent.html.matchAll(/<li>(.*?) <code>(.*?)<\/code>/g)];
    expect(items.map(([, words, scope]) => [scope, words])).toEqual([
      ['offline', 'Keep its access while you are not logged in'],
      ['users:read', 'Read users, with their e-mail addresses and roles'],
      ['account:read', 'Read your account and its settings'],
    ]);
  });

  it('goes back to the app with a code, or with a denial', async () => {
    const { browser, page } = await openAuthorize();
    const consent = await browser.press(page, 'Log in', ivy);
    expect(answerOf(await browser.press(consent, 'Allow'))).toEqual({
      code: expect.stringMatching(/^[\w-]{40,}$/),
      state: 'a-state',
    });
    expect(answerOf(await browser.press(consent, 'Deny'))).toEqual({
      error: 'access_denied',
      state: 'a-state',
    });
  });

  it('keeps the parameters of a redirect URL', async () => {
    const { browser, page } = await openAuthorize({
      redirect_uri: oauthApp.redirectUrls[1],
    });
    const consent = await browser.press(page, 'Log in', ivy);
    expect(answerOf(await browser.press(consent, 'Allow'))).toMatchObject({
      account: 'acme',
      code: expect.any(String),
    });
  });

  it('comes at once for who is logged in, until another account is wanted', async () => {
    const { browser, page, url } = await openAuthorize();
    await browser.press(page, 'Log in', ivy);
    const consent = await browser.open(url);
    expect(consent.html).toContain('Ivy Nakamura');

    const logIn = await browser.follow(consent, 'Use another account');
    expect(logIn.html).toContain('Log in to acme');
    expect((await browser.open(url)).html).toContain('Log in to acme');
  });

  it('belongs to one account only', async () => {
    const { browser, page, url } = await openAuthorize();
    await browser.press(page, 'Log in', ivy);
    const elsewhere = await browser.open(
      url.replace('/acme/', '/acme-outlet/'),
    );
    expect(elsewhere.html).toContain('Log in to acme-outlet');
  });

  it('is over when the user is deactivated meanwhile', async () => {
    const { emulator, browser, page } = await openAuthorize();
    const consent = await browser.press(page, 'Log in', ivy);
    await emulator.control('PATCH', '/accounts/acme/users/410200186', {
      active: false,
    });
    const after = await browser.press(consent, 'Allow');
    expect(after.leftFor).toBeUndefined();
    expect(after.html).toContain('The log-in has ended');
  });
});
