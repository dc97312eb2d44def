import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import gorgiasEmulatorPlugin from '.';
import { apiKey, oauthApp } from './__testUtils__/startEmulator';

function start(gorgiasEmulator: object | undefined) {
  return startTestBackend({
    features: [
      gorgiasEmulatorPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          ...(gorgiasEmulator && { gorgiasEmulator }),
        },
      }),
    ],
  });
}

describe('the backend plugin', () => {
  it('serves the emulator to everybody', async () => {
    const { server } = await start({ oauthApp });
    const base = '/api/gorgias-emulator';
    const users = await request(server)
      .get(`${base}/acme/api/users?limit=100`)
      .set('Authorization', apiKey('ivy.nakamura@acme.example'));
    expect(users.status).toBe(200);
    expect(users.body.data).toHaveLength(23);
    expect(users.body.data[0].uri).toMatch(
      /^http:\/\/localhost:\d+\/api\/gorgias-emulator\/acme\/api\/users\/\d+\/$/,
    );

    const control = await request(server).get(`${base}/control`);
    expect(control.status).toBe(200);
    expect(control.headers['content-security-policy']).toContain(
      "default-src 'none'",
    );

    const query = new URLSearchParams({
      response_type: 'code',
      client_id: oauthApp.clientId,
      redirect_uri: oauthApp.redirectUrls[0],
      scope: 'users:read',
    });
    const logIn = await request(server).get(
      `${base}/acme/oauth/authorize?${query}`,
    );
    expect(logIn.status).toBe(200);
    expect(logIn.text).toContain('Log in to acme');

    const unknown = await request(server).get(`${base}/nobody/api/account`);
    expect(unknown.status).toBe(404);
    expect(unknown.type).toBe('text/html');
  });

  it('is off when it is not configured', async () => {
    const { server } = await start(undefined);
    const control = await request(server).get('/api/gorgias-emulator/control');
    expect(control.status).toBe(404);
  });

  it.each([
    [{}, 'gorgiasEmulator.oauthApp'],
    [{ oauthApp: { ...oauthApp, clientSecret: undefined } }, 'clientSecret'],
    [{ oauthApp: { ...oauthApp, redirectUrls: 'x' } }, 'redirectUrls'],
  ])('does not start with %j as its config', async (config, key) => {
    await expect(start(config)).rejects.toThrow(key);
  });
});
