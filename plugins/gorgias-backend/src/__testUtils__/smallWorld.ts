import { DEFAULT_DUE_DAYS } from 'backstage-plugin-gorgias-checks';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { StaffReading } from 'backstage-plugin-gorgias-node';
// The emulator is there to be tested against; it is no part of the plugin.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  AccountSeed,
  createEmulator,
} from 'backstage-plugin-gorgias-emulator-backend';
import express from 'express';
import { Knex } from 'knex';
import { Credentials } from '../connections/Credentials';
import { keepConnection } from '../connections/keepConnection';
import { SealedTokens } from '../connections/SealedTokens';
import { TokenCipher } from '../connections/TokenCipher';
import { Evaluator } from '../checks/Evaluator';
import { GorgiasDatabase } from '../database';
import { GorgiasClients } from '../gorgias/GorgiasClients';
import { GorgiasOAuth, REQUESTED_SCOPES } from '../gorgias/GorgiasOAuth';
import { RateBudgets } from '../gorgias/RateBudgets';
import { createMetrics } from '../metrics';
import { Reader } from '../sync/Reader';
import { SyncService } from '../sync/SyncService';
import { createTestClock } from './clock';
import { mortal } from './mortal';

const SUBDOMAIN = 'small';
const APP = { clientId: 'app', clientSecret: 'secret-of-the-app' };
const MASS_CHANGE = { share: 0.2, minimum: 3 };

export const ENTITY = 'resource:default/small';

/** The admin whose grant it is comes first. */
const NAMES = ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus'];

const account: AccountSeed = {
  subdomain: SUBDOMAIN,
  created_datetime: '2024-01-01T00:00:00.000000+00:00',
  plan: 'pro',
  apiKey: 'key',
  settings: [{ id: 1, type: 'access', data: { signup_mode: 'invite' } }],
  users: NAMES.map((name, index) => ({
    id: 100 + index,
    created_datetime: `2024-01-0${index + 1}T00:00:00.000000+00:00`,
    email: `${name}@small.example`,
    firstname: name,
    lastname: 'Small',
    name: `${name} Small`,
    role: { name: index === 0 ? 'admin' : 'agent' },
    has_password: true,
    has_2fa_enabled: true,
    meta: { sso: null, profile_picture_url: null },
  })),
};

/**
 * The smallest world in which everything about a sync can happen: an
 * emulator over HTTP with seven users on pages of two, a database, staff,
 * and sync services that can be killed. Without a Backstage around it, so
 * that thousands of histories can be tried.
 */
export async function startSmallWorld(knex: Knex) {
  let onRequest: (path: string) => Promise<void> = async () => undefined;
  const app = express();
  const server = createServer(app);
  // Else it may end an idle connection at the instant it is asked on it.
  server.keepAliveTimeout = 0;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const emulator = createEmulator({
    baseUrl: url,
    oauthApp: { ...APP, redirectUrls: [`${url}/callback`] },
    accounts: [account],
    now: () => new Date(),
    onRequest: ({ path }) => onRequest(path),
  });
  app.use(emulator.router);

  await knex.migrate.latest({
    directory: resolvePackagePath(
      'backstage-plugin-gorgias-backend',
      'migrations',
    ),
  });
  const database = await GorgiasDatabase.create(
    mockServices.database.mock({ getClient: async () => knex }),
  );
  const sealed = new SealedTokens(
    new TokenCipher([{ id: 'k', secret: 'x'.repeat(32) }]),
  );
  const clock = createTestClock();
  const evaluator = new Evaluator({
    matching: { plusAliases: false, domainAliases: {} },
    dueDays: DEFAULT_DUE_DAYS,
    staleAfterSeconds: 2 * 60 * 60,
    tracing: tracingServiceMock.mock(),
    webhooks: [],
  });
  const staff: { reading: StaffReading } = {
    reading: { staff: [], orgRoles: [] },
  };

  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/control/accounts/${SUBDOMAIN}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? undefined : answer.json();
  };

  const connect = async (): Promise<void> => {
    const tokens = await emulator.grant({
      subdomain: SUBDOMAIN,
      email: 'ada@small.example',
      scope: REQUESTED_SCOPES.join(' '),
    });
    await database.transaction(stores =>
      keepConnection(stores, sealed, {
        entityRef: ENTITY,
        subdomain: SUBDOMAIN,
        method: 'oauth',
        secrets: {
          accessToken: tokens.access_token,
          refreshToken: tokens.refresh_token,
        },
        accessTokenExpiresAt: new Date(
          Date.now() + 24 * 60 * 60 * 1000,
        ).toISOString(),
        scopes: REQUESTED_SCOPES,
        user: {
          id: 100,
          name: 'ada Small',
          email: 'ada@small.example',
        } as any,
        connectedBy: 'user:default/ada',
        at: new Date().toISOString(),
      }),
    );
  };

  /** The services as one process has them, which dies after so many calls of its stores. */
  const createProcess = (callsToLive: number) => {
    const { database: own, isDead } = mortal(database, callsToLive);
    const budgets = new RateBudgets(clock);
    const clients = new GorgiasClients({
      baseUrl: `${url}/{subdomain}`,
      budgets,
      tracing: tracingServiceMock.mock(),
      clock,
    });
    const oauth = new GorgiasOAuth({
      ...APP,
      baseUrl: `${url}/{subdomain}`,
      redirectUri: `${url}/callback`,
      tracing: tracingServiceMock.mock(),
      clock,
    });
    const sync = new SyncService({
      database: own,
      reader: new Reader({
        stores: own.stores,
        clients,
        credentials: new Credentials({
          stores: own.stores,
          oauth,
          sealed,
          clock,
        }),
        staffSource: { read: async () => staff.reading },
        matchers: [],
        evaluator,
        massChange: MASS_CHANGE,
        tracing: tracingServiceMock.mock(),
        clock,
        onRetry: () => undefined,
      }),
      massChange: MASS_CHANGE,
      evaluator,
      timeoutSeconds: 600,
      logger: mockServices.logger.mock(),
      metrics: createMetrics(metricsServiceMock.mock(), {
        stores: own.stores,
        budgets,
        webhooks: [],
        clock,
      }),
      tracing: tracingServiceMock.mock(),
      clock,
    });
    return { sync, isDead };
  };

  return {
    knex,
    stores: database.stores,
    evaluator,
    staff,
    control,
    createProcess,
    /** Hears of every request to the account before it is answered. */
    set onRequest(listener: (path: string) => Promise<void>) {
      onRequest = listener;
    },
    /** Everything as at the beginning: connected, nothing read. */
    async reset(): Promise<void> {
      onRequest = async () => undefined;
      await control('POST', '/reset');
      await control('PATCH', '/behaviour', { maxPageSize: 2 });
      for (const table of [
        'accounts',
        'access_settings',
        'connections',
        'evaluations',
        'event_polls',
        'gorgias_events',
        'identity_links',
        'org_roles',
        'staff_members',
        'sync_runs',
        'verdicts',
        'verdict_days',
        'judged_accounts',
        'history',
      ]) {
        await knex(table).delete();
      }
      staff.reading = {
        orgRoles: [],
        staff: NAMES.map(name => ({
          entityRef: `user:default/${name}`,
          displayName: name,
          emails: [`${name}@small.example`],
          orgRoles: [],
          offboarded: false,
        })),
      };
      await connect();
    },
    /** As an admin does whose connection needs it. */
    reconnect: connect,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
