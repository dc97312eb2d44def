import { AuthorizationCode } from 'simple-oauth2';
import { Browser } from '../testing/Browser';
import {
  oauthApp,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const redirectUri = oauthApp.redirectUrls[0];
const scope = 'offline users:read account:read events:read';

it('lets a public OAuth library log in, read users and refresh', async () => {
  const { baseUrl, get, control } = await startEmulator();
  const client = new AuthorizationCode({
    client: { id: oauthApp.clientId, secret: oauthApp.clientSecret },
    auth: {
      tokenHost: 'http://unused.example',
      tokenPath: `${baseUrl}/acme/oauth/token`,
      revokePath: `${baseUrl}/acme/oauth/revoke`,
      authorizePath: `${baseUrl}/acme/oauth/authorize`,
    },
  });

  const browser = new Browser(baseUrl);
  const logInPage = await browser.open(
    client.authorizeURL({ redirect_uri: redirectUri, scope, state: 'xyz' }),
  );
  const consentPage = await browser.press(logInPage, 'Log in', {
    email: 'ivy.nakamura@acme.example',
    password: 'acme-password',
  });
  const { leftFor } = await browser.press(consentPage, 'Allow');
  expect(`${leftFor!.origin}${leftFor!.pathname}`).toBe(redirectUri);
  expect(leftFor!.searchParams.get('state')).toBe('xyz');

  const token = await client.getToken({
    code: leftFor!.searchParams.get('code')!,
    redirect_uri: redirectUri,
  });
  expect(token.token).toMatchObject({
    expires_in: 0,
    scope,
    token_type: 'Bearer',
    refresh_token: expect.any(String),
  });

  const refreshed = await token.refresh();
  expect(refreshed.token.refresh_token).toBeUndefined();
  expect(refreshed.token.access_token).not.toBe(token.token.access_token);
  for (const { access_token } of [token.token, refreshed.token]) {
    const reply = await get('/acme/api/users/0', `Bearer ${access_token}`);
    expect(await reply.json()).toMatchObject({
      email: 'ivy.nakamura@acme.example',
    });
  }

  const state = await (await control('GET', '/accounts/acme')).json();
  expect(state.grants).toEqual([
    expect.objectContaining({ scopes: scope.split(' '), revoked: false }),
  ]);

  await token.revoke('refresh_token');
  await expect(token.refresh()).rejects.toMatchObject({
    output: { statusCode: 400 },
  });
});
