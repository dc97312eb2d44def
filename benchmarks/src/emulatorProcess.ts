import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createEmulator } from 'backstage-plugin-gorgias-emulator-backend';
import express, { RequestHandler } from 'express';
import { beChild } from './child';
import { CALLBACK, OAUTH_APP } from './gorgias';
import { ofSize, usersOf } from './organisation';

/** What an emulator is started with. */
export interface EmulatorOptions {
  accounts: number;
  /** How long every answer takes, from the request to its first byte. */
  latencyMilliseconds: number;
}

/** What the account has seen since it was last asked to forget. */
export interface EmulatorStatistics {
  requests: number;
  /** The most that was in use of the rate limit, as Gorgias tells it. */
  mostUsed: number;
  limit: number;
}

beChild<EmulatorOptions>(async ({ accounts, latencyMilliseconds }) => {
  const app = express();
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let seen: EmulatorStatistics = { requests: 0, mostUsed: 0, limit: 0 };
  app.get('/statistics', (_, res) => {
    res.json(seen);
  });
  app.delete('/statistics', (_, res) => {
    seen = { requests: 0, mostUsed: 0, limit: 0 };
    res.status(204).end();
  });
  app.use((_, res, next) => {
    res.once('finish', () => {
      const told = res.getHeader('X-Gorgias-Account-Api-Call-Limit');
      if (told) {
        const [used, limit] = String(told).split('/').map(Number);
        seen = {
          requests: seen.requests + 1,
          mostUsed: Math.max(seen.mostUsed, used),
          limit,
        };
      }
    });
    next();
  });
  const { router } = createEmulator({
    baseUrl: url,
    oauthApp: { ...OAUTH_APP, redirectUrls: [CALLBACK] },
    accounts: [
      {
        subdomain: 'acme',
        created_datetime: '2024-01-01T00:00:00Z',
        plan: 'pro',
        apiKey: 'acme-api-key',
        settings: [
          {
            id: 1,
            type: 'access',
            data: {
              signup_mode: 'invite',
              google_sso_enabled: false,
              office365_sso_enabled: false,
              two_fa_enforced_datetime: null,
              sso_enforced_datetime: null,
            },
          },
        ],
        users: usersOf(ofSize(accounts)).map(user => ({
          id: user.id,
          created_datetime: user.created_datetime!,
          email: user.email,
          firstname: 'Account',
          lastname: String(user.id),
          name: user.name!,
          role: { name: user.role!.name! },
          has_password: user.has_password,
          has_2fa_enabled: user.has_2fa_enabled,
          meta: { sso: null, profile_picture_url: null },
        })),
      },
    ],
  });
  app.use('/acme', taking(latencyMilliseconds));
  app.use(router);
  return { url };
});

/** Holds answers back until their time has come. What it takes to find them is within that, as it is at Gorgias. */
function taking(milliseconds: number): RequestHandler {
  return (_req, res, next) => {
    const due = delay(milliseconds);
    const end = res.end.bind(res) as (...rest: unknown[]) => void;
    res.end = (...rest: unknown[]) => {
      due.then(() => end(...rest));
      return res;
    };
    next();
  };
}
