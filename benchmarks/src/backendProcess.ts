import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import gorgiasPlugin from '../../plugins/gorgias-backend/src';
import { clockServiceRef } from '../../plugins/gorgias-backend/src/clock';
import { catalogOf } from './catalog';
import { beChild } from './child';
import { connectTo, DatabaseAddress } from './databases';
import { DISCOVERED, KEYS, OAUTH_APP } from './gorgias';
import { ofSize } from './organisation';

/** What a backend is started with. */
export interface BackendOptions {
  database: DatabaseAddress;
  accounts: number;
  /** Where account `acme` is below. */
  gorgiasUrl: string;
  /** What it takes for the time when it starts; default: what it is. */
  now?: string;
}

// Database, scheduler and HTTP are the real ones. Catalog, permissions and
// notifications are other plugins, whose time is not measured: they answer at
// once.
beChild<BackendOptions>(async ({ database, accounts, gorgiasUrl, now }) => {
  const knex = connectTo(database);
  const ahead = now ? Date.parse(now) - Date.now() : 0;
  const backend = await startTestBackend({
    features: [
      gorgiasPlugin,
      schedulerServiceFactory,
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          gorgias: {
            baseUrl: `${gorgiasUrl}/{subdomain}`,
            oauth: OAUTH_APP,
            encryption: { keys: KEYS },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => ({
          getBaseUrl: async () => DISCOVERED,
          getExternalBaseUrl: async () => DISCOVERED,
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () =>
          ({
            authorize: allowAll,
            authorizeConditional: allowAll,
          } as unknown as PermissionsService),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogOf(ofSize(accounts)),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
      ...(ahead ? [clockAhead(ahead)] : []),
    ],
  });
  return {
    baseUrl: `http://127.0.0.1:${backend.server.port()}/api/gorgias`,
  };
});

async function allowAll(requests: unknown[]) {
  return requests.map(() => ({ result: 'ALLOW' }));
}

function clockAhead(milliseconds: number) {
  return createServiceFactory({
    service: clockServiceRef,
    deps: {},
    factory: () => ({
      now: () => new Date(Date.now() + milliseconds),
      sleep: (wait: number) =>
        new Promise<void>(resolve => {
          setTimeout(resolve, wait);
        }),
      timeout: (wait: number) => AbortSignal.timeout(wait),
    }),
  });
}
