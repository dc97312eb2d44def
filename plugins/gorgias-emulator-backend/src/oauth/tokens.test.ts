import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Browser } from '../testing/Browser';
import {
  bearer,
  oauthApp,
  RunningEmulator,
  startEmulator,
  stopEmulators,
} from '../__testUtils__/startEmulator';

afterEach(stopEmulators);

const redirectUri = oauthApp.redirectUrls[0];
const scope = 'offline users:read';
const ivy = 'ivy.nakamura@acme.example';

async function obtainCode(
  { baseUrl }: RunningEmulator,
  params: Record<string, string> = {},
): Promise<string> {
  const browser = new Browser(baseUrl);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: oauthApp.clientId,
    redirect_uri: redirectUri,
    scope,
    ...params,
  });
  const logIn = await browser.open(`${baseUrl}/acme/oauth/authorize?${query}`);
  const consent = await browser.press(logIn, 'Log in', {
    email: ivy,
    password: 'acme-password',
  });
  const { leftFor } = await browser.press(consent, 'Allow');
  return leftFor!.searchParams.get('code')!;
}

async function post(
  { baseUrl }: RunningEmulator,
  path: string,
  fields: Record<string, string>,
  client = `${oauthApp.clientId}:${oauthApp.clientSecret}`,
) {
  const response = await fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(client).toString('base64')}`,
    },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: await response.json() };
}

function exchange(
  emulator: RunningEmulator,
  code: string,
  fields: Record<string, string> = {},
) {
  return post(emulator, '/acme/oauth/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...fields,
  });
}

function refresh(emulator: RunningEmulator, refreshToken: string) {
  return post(emulator, '/acme/oauth/token', {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
}

const invalidGrant = { status: 400, body: { error: 'invalid_grant' } };

describe('a code', () => {
  it('gives tokens with the documented claims', async () => {
    const emulator = await startEmulator();
    const { status, body } = await exchange(
      emulator,
      await obtainCode(emulator),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 0,
      refresh_token: expect.any(String),
      scope,
      token_type: 'Bearer',
    });
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({
      alg: 'RS256',
      kid: expect.any(String),
    });
    const issuedAt = Date.parse('2026-11-24T09:00:00Z') / 1000;
    expect(decodeJwt(body.access_token)).toEqual({
      iss: `${emulator.baseUrl}/acme`,
      aud: `${emulator.baseUrl}/acme/api`,
      sub: 410200186,
      iat: issuedAt,
      exp: issuedAt + 86400,
      azp: oauthApp.clientId,
      jti: expect.any(String),
      scope,
    });
  });

  it('gives no refresh token without offline, and an id token with openid', async () => {
    const emulator = await startEmulator();
    const { body } = await exchange(
      emulator,
      await obtainCode(emulator, {
        scope: 'openid email profile',
        nonce: 'n-1',
      }),
    );
    expect(body.refresh_token).toBeUndefined();
    expect(decodeJwt(body.id_token)).toMatchObject({
      iss: `${emulator.baseUrl}/acme`,
      aud: oauthApp.clientId,
      sub: 410200186,
      nonce: 'n-1',
      email: ivy,
      name: 'Ivy Nakamura',
    });
  });

  it('works once', async () => {
    const emulator = await startEmulator();
    const code = await obtainCode(emulator);
    expect((await exchange(emulator, code)).status).toBe(200);
    expect(await exchange(emulator, code)).toEqual(invalidGrant);
  });

  it('works for ten minutes', async () => {
    const emulator = await startEmulator();
    const [early, late] = [
      await obtainCode(emulator),
      await obtainCode(emulator),
    ];
    emulator.advance(599);
    expect((await exchange(emulator, early)).status).toBe(200);
    emulator.advance(1);
    expect(await exchange(emulator, late)).toEqual(invalidGrant);
  });

  it('works with the redirect URL it was made for', async () => {
    const emulator = await startEmulator();
    expect(
      await exchange(emulator, await obtainCode(emulator), {
        redirect_uri: oauthApp.redirectUrls[1],
      }),
    ).toEqual(invalidGrant);
  });

  it('does not work at another account', async () => {
    const emulator = await startEmulator();
    expect(
      await post(emulator, '/acme-outlet/oauth/token', {
        grant_type: 'authorization_code',
        code: await obtainCode(emulator),
        redirect_uri: redirectUri,
      }),
    ).toEqual(invalidGrant);
  });
});

describe('the token endpoint', () => {
  it.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'x' }, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('answers %j with %s', async (fields: Record<string, string>, error) => {
    const emulator = await startEmulator();
    expect(await post(emulator, '/acme/oauth/token', fields)).toEqual({
      status: 400,
      body: { error },
    });
  });

  it.each(['token', 'revoke'])(
    'wants to know the app at /oauth/%s',
    async endpoint => {
      const emulator = await startEmulator();
      for (const client of ['acme-backstage:wrong', 'other:x', 'no-colon']) {
        expect(
          await post(emulator, `/acme/oauth/${endpoint}`, {}, client),
        ).toEqual({ status: 401, body: { error: 'invalid_client' } });
      }
    },
  );

  it('takes forms, not JSON', async () => {
    const emulator = await startEmulator();
    const { refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: ivy,
      scope,
    });
    const response = await fetch(`${emulator.baseUrl}/acme/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(
          `${oauthApp.clientId}:${oauthApp.clientSecret}`,
        ).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ grant_type: 'refresh_token', refresh_token }),
    });
    expect(response.status).toBe(400);
  });

  it('says the life of a token where the account is set so', async () => {
    const emulator = await startEmulator();
    const reply = await emulator.grant({
      subdomain: 'acme-outlet',
      email: ivy,
      scope,
    });
    expect(reply.expires_in).toBe(86400);
  });
});

describe('a refresh token', () => {
  it('gives access tokens for ever, and no refresh token', async () => {
    const emulator = await startEmulator();
    const { refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: ivy,
      scope,
    });
    emulator.advance(400 * 86400);
    const { status, body } = await refresh(emulator, refresh_token!);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'scope',
      'token_type',
    ]);
    const reply = await emulator.get(
      '/acme/api/users/0',
      `Bearer ${body.access_token}`,
    );
    expect(reply.status).toBe(200);
  });

  it('ends when it is revoked, while issued access tokens go on', async () => {
    const emulator = await startEmulator();
    const { access_token, refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: ivy,
      scope,
    });
    expect(
      await post(emulator, '/acme/oauth/revoke', { token: refresh_token! }),
    ).toEqual({ status: 200, body: {} });
    expect(await refresh(emulator, refresh_token!)).toEqual(invalidGrant);

    const read = () =>
      emulator.get('/acme/api/users', `Bearer ${access_token}`);
    expect((await read()).status).toBe(200);
    emulator.advance(86400);
    expect((await read()).status).toBe(401);
  });

  it('takes the revocation of an unknown token, but not of none', async () => {
    const emulator = await startEmulator();
    const revoke = (fields: Record<string, string>) =>
      post(emulator, '/acme/oauth/revoke', fields);
    expect((await revoke({ token: 'unknown' })).status).toBe(200);
    expect((await revoke({})).status).toBe(400);
  });

  it('ends with the user it is of, unless the account is set otherwise', async () => {
    const emulator = await startEmulator();
    const { refresh_token } = await emulator.grant({
      subdomain: 'acme',
      email: ivy,
      scope,
    });
    await emulator.control('PATCH', '/accounts/acme/users/410200186', {
      active: false,
    });
    expect(await refresh(emulator, refresh_token!)).toEqual(invalidGrant);
    await emulator.control('PATCH', '/accounts/acme/behaviour', {
      deactivatedCallerRefused: false,
    });
    expect((await refresh(emulator, refresh_token!)).status).toBe(200);
  });
});

it('accepts no token of another account or emulator', async () => {
  const [emulator, other] = [await startEmulator(), await startEmulator()];
  for (const token of [
    await bearer(emulator, 'users:read', ivy, 'acme-outlet'),
    await bearer(other),
    'Bearer nonsense',
  ]) {
    expect((await emulator.get('/acme/api/users', token)).status).toBe(401);
  }
});
