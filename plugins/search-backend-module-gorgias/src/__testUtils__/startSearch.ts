// The module is tested in the plugin it is for, beside those it needs there.
/* eslint-disable @backstage/no-mixed-plugin-imports */
import { setTimeout } from 'node:timers/promises';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import { SearchResult, SearchResultSet } from '@backstage/plugin-search-common';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import gorgiasPlugin from 'backstage-plugin-gorgias-backend';
import gorgiasEmulatorPlugin from 'backstage-plugin-gorgias-emulator-backend';
import searchModuleGorgias from '..';
import { httpAuthFactory } from './httpAuth';
import { ADMIN, testPolicyModule } from './policy';

/** A backend with search, catalog, permissions and the plugin, which reads an emulator. */
export interface RunningSearch {
  /** The API of the plugin as an admin, who may everything. */
  gorgias: GorgiasClient;
  /** Adds an entity to the critical systems, connects it, and reads its accounts. */
  addSystem(entityRef: string, subdomain: string, email: string): Promise<void>;
  /** Makes both indexes anew. */
  index(): Promise<void>;
  /** All that somebody finds. */
  find(
    userEntityRef: string,
    term: string,
    type?: string,
  ): Promise<SearchResult[]>;
  stop(): Promise<void>;
}

/** Starts everything; `stop` ends it. */
export async function startSearch(): Promise<RunningSearch> {
  const emulator = await startTestBackend({
    features: [
      gorgiasEmulatorPlugin,
      mockServices.rootConfig.factory({
        data: {
          gorgiasEmulator: {
            oauthApp: {
              clientId: 'acme-backstage',
              clientSecret: 'emulator-client-secret',
              redirectUrls: ['http://localhost:7007/callback'],
            },
          },
        },
      }),
    ],
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      gorgiasPlugin,
      permissionPlugin,
      searchPlugin,
      searchModuleGorgias,
      testPolicyModule,
      permissionsServiceFactory,
      httpAuthFactory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          permission: { enabled: true },
          // How long a search may take on a busy machine.
          search: { permissions: { queryLatencyBudgetMs: 60_000 } },
          catalog: {
            rules: [{ allow: ['Resource', 'User', 'Location'] }],
            locations: [{ type: 'file', target: `${__dirname}/entities.yaml` }],
          },
          gorgias: {
            baseUrl: `http://localhost:${emulator.server.port()}/api/gorgias-emulator/{subdomain}`,
            encryption: {
              keys: [
                {
                  id: 'test',
                  secret: 'a secret that is only for tests, and long',
                },
              ],
            },
            apiKey: { enabled: true },
          },
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api`;
  const as = (user: string) => ({
    authorization: mockCredentials.user.header(user),
  });

  const gorgias = new GorgiasClient({
    discoveryApi: { getBaseUrl: async id => `${url}/${id}` },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...init?.headers, ...as(ADMIN) } }),
    },
  });
  return {
    gorgias,
    async addSystem(entityRef, subdomain, email) {
      await untilInCatalog(entityRef, gorgias);
      await gorgias.addCriticalSystem(entityRef);
      const apiKey = `${subdomain}-api-key`;
      await gorgias.connectByApiKey({ entityRef, subdomain, email, apiKey });
      await scheduler.triggerTask('sync');
    },
    async index() {
      await scheduler.triggerTask('search_index_gorgias_system');
      await scheduler.triggerTask('search_index_gorgias_account');
    },
    async find(user, term, type) {
      const results: SearchResult[] = [];
      let pageCursor: string | undefined;
      do {
        const query = new URLSearchParams({
          term,
          pageLimit: '100',
          ...(type && { 'types[]': type }),
          ...(pageCursor && { pageCursor }),
        });
        const response = await fetch(`${url}/search/query?${query}`, {
          headers: as(user),
        });
        if (!response.ok) {
          throw new Error(await response.text());
        }
        const set: SearchResultSet = await response.json();
        results.push(...set.results);
        pageCursor = set.nextPageCursor;
      } while (pageCursor);
      return results;
    },
    async stop() {
      await backend.stop();
      await emulator.stop();
    },
  };
}

/** Waits until the catalog has processed an entity. */
async function untilInCatalog(entityRef: string, gorgias: GorgiasClient) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await gorgias.getSystem(entityRef);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await setTimeout(100);
    }
  }
}
