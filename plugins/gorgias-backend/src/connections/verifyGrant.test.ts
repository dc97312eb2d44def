import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { testPatience } from '../__testUtils__/clock';
import { sendJson, serve, TestServer } from '../__testUtils__/serve';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { TokenSet } from '../gorgias/GorgiasOAuth';
import { verifyAdmin, verifyScopes } from './verifyGrant';

const GRANT: TokenSet = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresAt: '2026-11-25T09:00:00.000Z',
  scopes: ['offline', 'users:read', 'account:read'],
  userId: '41',
};
const admin = { id: 41, role: { name: 'admin' } };

describe('verifying a grant', () => {
  let server: TestServer;
  afterEach(() => server.close());

  /** Verifies a grant with a Gorgias that answers like this. */
  const verify = async (
    answers: Record<string, object | undefined>,
    grant: Partial<TokenSet> = {},
  ) => {
    server = await serve((req, res) => {
      const answer = answers[req.url!.replace('/acme/api', '')];
      if (answer) {
        sendJson(res, answer);
      } else {
        sendJson(res, { error: { msg: 'Not found.' } }, 404);
      }
    });
    verifyScopes({ ...GRANT, ...grant });
    const client = new GorgiasClient({
      baseUrl: `${server.url}/{subdomain}`,
      subdomain: 'acme',
      authorization: async () => 'Bearer access',
      patience: testPatience(),
      tracing: tracingServiceMock.mock(),
    });
    return verifyAdmin('acme', client, () => client.readUser('41'));
  };

  it('gives the admin who granted it, as user 0 or by the id in the token', async () => {
    const account = { domain: 'acme' };
    expect(
      await verify({ '/account': account, '/users/0': admin }),
    ).toMatchObject(admin);
    await server.close();
    expect(
      await verify({ '/account': account, '/users/41': admin }),
    ).toMatchObject(admin);
  });

  it.each([
    {
      name: 'another account',
      answers: { '/account': { domain: 'globex' }, '/users/0': admin },
      code: 'wrong-account',
    },
    {
      name: 'somebody who is no admin',
      answers: {
        '/account': { domain: 'acme' },
        '/users/0': { id: 41, role: { name: 'agent' } },
      },
      code: 'not-admin',
    },
    {
      name: 'somebody Gorgias does not know',
      answers: { '/account': { domain: 'acme' } },
      code: 'not-admin',
    },
    {
      name: 'too little',
      answers: {},
      grant: { scopes: ['offline', 'users:read'] },
      code: 'scope-missing',
    },
    {
      name: 'no lasting access',
      answers: {},
      grant: { refreshToken: undefined },
      code: 'scope-missing',
    },
  ])('refuses a grant of $name', async ({ answers, grant, code }) => {
    await expect(verify(answers, grant)).rejects.toMatchObject({ code });
  });
});
