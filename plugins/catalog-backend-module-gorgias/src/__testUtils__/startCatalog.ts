// The module is tested in the plugin it is for, beside those it needs there.
/* eslint-disable @backstage/no-mixed-plugin-imports */
import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import gorgiasPlugin from 'backstage-plugin-gorgias-backend';
import gorgiasEmulatorPlugin from 'backstage-plugin-gorgias-emulator-backend';
import catalogModuleGorgias from '..';

export const GORGIAS = 'resource:default/gorgias';

/** A backend with the catalog and the module, and, unless it is left out, the plugin connected to an emulator. */
export interface RunningCatalog {
  /** The API of the plugin as an admin, who may everything. */
  gorgias: GorgiasClient;
  /** Connects `acme` and reads it. */
  connect(): Promise<void>;
  /** The entity of the catalog, once it is as a test expects it. */
  entity(
    name: string,
    isExpected: (entity: AlphaEntity) => boolean,
  ): Promise<AlphaEntity>;
  stop(): Promise<void>;
}

/** Starts everything for one test; `stop` ends it. */
export async function startCatalog(
  options: { withoutGorgias?: boolean } = {},
): Promise<RunningCatalog> {
  const oauthApp = {
    clientId: 'acme-backstage',
    clientSecret: 'emulator-client-secret',
    redirectUrls: ['http://localhost:7007/api/gorgias/connections/callback'],
  };
  const emulator = await startTestBackend({
    features: [
      gorgiasEmulatorPlugin,
      mockServices.rootConfig.factory({
        data: { gorgiasEmulator: { oauthApp } },
      }),
    ],
  });
  const emulatorUrl = `http://localhost:${emulator.server.port()}/api/gorgias-emulator`;
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGorgias,
      ...(options.withoutGorgias ? [] : [gorgiasPlugin]),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          catalog: {
            processingInterval: { seconds: 1 },
            rules: [{ allow: ['Resource', 'User', 'Group', 'Location'] }],
            locations: [{ type: 'file', target: `${__dirname}/entities.yaml` }],
          },
          gorgias: {
            baseUrl: `${emulatorUrl}/{subdomain}`,
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
  const headers = { authorization: mockCredentials.user.header() };

  const gorgias = new GorgiasClient({
    discoveryApi: { getBaseUrl: async id => `${url}/${id}` },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...init?.headers, ...headers } }),
    },
  });
  return {
    gorgias,
    async connect() {
      await gorgias.connectByApiKey({
        entityRef: GORGIAS,
        subdomain: 'acme',
        email: 'ivy.nakamura@acme.example',
        apiKey: 'acme-api-key',
      });
      await scheduler.triggerTask('sync');
    },
    async entity(name, isExpected) {
      const deadline = performance.now() + 60_000;
      for (;;) {
        const response = await fetch(
          `${url}/catalog/entities/by-name/resource/default/${name}`,
          { headers },
        );
        const entity = response.ok && (await response.json());
        if (entity && isExpected(entity)) {
          return entity;
        }
        if (performance.now() > deadline) {
          throw new Error(`It is not as expected: ${JSON.stringify(entity)}`);
        }
        await setTimeout(100);
      }
    },
    async stop() {
      await backend.stop();
      await emulator.stop();
    },
  };
}
