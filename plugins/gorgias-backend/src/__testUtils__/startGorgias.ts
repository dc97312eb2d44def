import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  createServiceFactory,
  coreServices,
  SchedulerService,
  BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  gorgiasEvidenceReadPermission,
  GorgiasClient,
  gorgiasExceptionApprovePermission,
  gorgiasExceptionRequestPermission,
  gorgiasExportPermission,
  gorgiasReadPermission,
  RESOURCE_TYPE_GORGIAS_SYSTEM,
} from 'backstage-plugin-gorgias-common';
// The emulator is there to be tested against; it is no part of the plugin.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  Browser,
  createEmulator,
  Emulator,
} from 'backstage-plugin-gorgias-emulator-backend';
import express from 'express';
import { Knex } from 'knex';
import gorgiasPlugin from '..';
import { createTestClock, TestClock, testClockFactory } from './clock';
import { startAnswerCheck } from './checkAnswers';
import { loadExampleCatalog } from './exampleCatalog';

export const ADMIN = 'user:default/ivy.nakamura';
/** Owns the entity that stands for Gorgias. */
export const OWNER = 'user:default/maya.ortiz';
export const ENGINEER = 'user:default/sam.rivers';
/** Sees evidence, and nothing else. */
export const AUDITOR = 'user:default/nadia.rossi';
/** A service whose access is restricted to looking at systems. */
export const MONITORING = 'external:monitoring';
/** The entity that stands for the account `acme`. */
export const GORGIAS = 'resource:default/gorgias';

const ANOTHER_PLUGIN = 'plugin';

const OAUTH_APP = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
};

const OWNERS_MAY = [
  gorgiasAccountReadPermission,
  gorgiasClassifyPermission,
  gorgiasExceptionRequestPermission,
  gorgiasExceptionApprovePermission,
  gorgiasEvidenceReadPermission,
  gorgiasExportPermission,
];

const AUDITORS_MAY = [gorgiasEvidenceReadPermission, gorgiasExportPermission];

/** What the catalog has, and what it throws in the middle of a list, if anything. */
interface TestCatalog {
  entities: Entity[];
  outage?: Error;
}

/** A backend with the plugin, an emulator it talks to over HTTP, and a person with a browser. */
export interface RunningGorgias {
  /** Where the plugin is served. */
  baseUrl: string;
  /** The same; every answer is checked against the OpenAPI document. */
  checkedUrl: string;
  emulatorUrl: string;
  emulator: Emulator;
  /** The API as somebody; every answer is checked against the OpenAPI document. */
  as(userEntityRef: string): GorgiasClient;
  /** The entities of the catalog, to be changed at will. */
  catalog: TestCatalog;
  browser: Browser;
  /** Goes from a begun attempt to the address that Gorgias sends the browser back to. */
  allow(authorizeUrl: string, email?: string): Promise<URL>;
  /** Opens the address that Gorgias sent the browser to, with its cookies. */
  comeBack(callback: URL): Promise<Response>;
  /** Connects the account `acme` and does the first sync. */
  connect(): Promise<void>;
  /** Does the sync runs that were asked for. */
  runRequested(): Promise<void>;
  /** Asks for a run as an admin, and does it. */
  sync(): Promise<void>;
  /** Changes the account through the emulator's control API. */
  control(method: string, path: string, body?: object): Promise<Response>;
  scheduler: SchedulerService;
  clock: TestClock;
  world: World;
  stop(): Promise<void>;
}

/** What a backend lives in: an emulator that it talks to over HTTP, a catalog, and the time. */
interface World {
  emulatorUrl: string;
  emulator: Emulator;
  redirectUrls: string[];
  catalog: TestCatalog;
  clock: TestClock;
  end(): Promise<void>;
}

type OnRequest = Parameters<typeof createEmulator>[0]['onRequest'];

async function startWorld(onRequest: OnRequest): Promise<World> {
  const clock = createTestClock();
  const app = express();
  const server = await listen(app);
  const emulatorUrl = `${addressOf(server)}/api/gorgias-emulator`;
  const redirectUrls: string[] = [];
  const emulator = createEmulator({
    baseUrl: emulatorUrl,
    oauthApp: { ...OAUTH_APP, redirectUrls },
    now: () => clock.now(),
    onRequest,
  });
  app.use('/api/gorgias-emulator', emulator.router);
  return {
    emulatorUrl,
    emulator,
    redirectUrls,
    catalog: { entities: loadExampleCatalog() },
    clock,
    end: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts everything for one test; `stop` ends it. */
export async function startGorgias(
  options: {
    knex?: Knex;
    config?: object;
    /** Of other plugins. */
    hostConfig?: object;
    features?: BackendFeature[];
    /** Awaited before the emulator handles a request. */
    onRequest?: OnRequest;
    /** Starts another backend only, which sees the same Gorgias and catalog as this one. */
    beside?: RunningGorgias;
  } = {},
): Promise<RunningGorgias> {
  const world = options.beside?.world ?? (await startWorld(options.onRequest));
  const { emulator, emulatorUrl, redirectUrls, catalog, clock } = world;
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      gorgiasPlugin,
      testClockFactory(clock),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          ...options.hostConfig,
          app: { baseUrl: 'http://localhost:3000' },
          gorgias: {
            baseUrl: `${emulatorUrl}/{subdomain}`,
            oauth: OAUTH_APP,
            encryption: {
              keys: [
                {
                  id: 'test',
                  secret: 'a secret that is only for tests, and long',
                },
              ],
            },
            apiKey: { enabled: true },
            staff: { offboarded: { annotation: 'acme.example/offboarded-on' } },
            ...options.config,
          },
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock.mock({
            getEntityByRef: (...args) =>
              catalogServiceMock(catalog).getEntityByRef(...args),
            getEntitiesByRefs: (...args) =>
              catalogServiceMock(catalog).getEntitiesByRefs(...args),
            async *streamEntities(...args) {
              for await (const page of catalogServiceMock(
                catalog,
              ).streamEntities(...args)) {
                yield page;
                if (catalog.outage) {
                  throw catalog.outage;
                }
              }
            },
          }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => examplePermissions(),
      }),
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/gorgias`;
  redirectUrls.push(`${baseUrl}/connections/callback`);
  const answerCheck = await startAnswerCheck(baseUrl);
  const browser = new Browser(emulatorUrl);
  const cookies = new Map<string, string>();

  const running: RunningGorgias = {
    baseUrl,
    checkedUrl: answerCheck.url,
    emulatorUrl,
    emulator,
    catalog,
    browser,
    scheduler,
    clock,
    world,
    as: user =>
      new GorgiasClient({
        discoveryApi: { getBaseUrl: async () => answerCheck.url },
        fetchApi: {
          fetch: async (input, init) => {
            const answer = await fetch(input, {
              ...init,
              headers: {
                ...init?.headers,
                authorization: mockCredentials.user.header(user),
              },
            });
            for (const line of answer.headers.getSetCookie()) {
              const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
              cookies.set(name, value);
            }
            return answer;
          },
        },
      }),
    async allow(authorizeUrl, email = 'ivy.nakamura@acme.example') {
      // A browser of its own, in which nobody is logged in to Gorgias yet.
      const fresh = new Browser(emulatorUrl);
      const logIn = await fresh.open(authorizeUrl);
      const consent = await fresh.press(logIn, 'Log in', {
        email,
        password: 'acme-password',
      });
      const done = await fresh.press(consent, 'Allow');
      return done.leftFor!;
    },
    comeBack: callback =>
      fetch(callback, {
        headers: {
          cookie: [...cookies].map(pair => pair.join('=')).join('; '),
        },
      }),
    async connect() {
      const { authorizeUrl } = await running
        .as(ADMIN)
        .startConnection({ entityRef: GORGIAS, subdomain: 'acme' });
      const page = await running.comeBack(await running.allow(authorizeUrl));
      if (page.status !== 200) {
        throw new Error(`Not connected: ${await page.text()}`);
      }
      await running.runRequested();
    },
    runRequested: () => scheduler.triggerTask('sync'),
    async sync() {
      await running.as(ADMIN).syncNow(GORGIAS);
      await running.runRequested();
    },
    control: (method, path, body) =>
      fetch(`${emulatorUrl}/control${path}`, {
        method,
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    async stop() {
      await backend.stop();
      await answerCheck.close();
      if (!options.beside) {
        await world.end();
      }
    },
  };
  return running;
}

/** As the policy of the example backend decides: other plugins and the admin may everything, the owner what owners may with their system, everybody may read. What isn't of this plugin everybody may. */
function examplePermissions() {
  const mayEverywhere = (user: string, { name }: { name: string }) =>
    !name.startsWith('gorgias.') ||
    (user === AUDITOR
      ? AUDITORS_MAY.some(permission => permission.name === name)
      : name === gorgiasReadPermission.name ||
        user === ADMIN ||
        user === ANOTHER_PLUGIN);
  const mayAsOwner = (user: string, permission: { name: string }) =>
    user === OWNER && OWNERS_MAY.some(({ name }) => name === permission.name);
  const userOf = ({ credentials: { principal } }: any): string =>
    principal.type === 'service' && principal.subject !== MONITORING
      ? ANOTHER_PLUGIN
      : principal.userEntityRef;
  return mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(({ permission }) => ({
        result:
          mayEverywhere(userOf(options), permission) ||
          mayAsOwner(userOf(options), permission)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }): any =>
        mayAsOwner(userOf(options), permission)
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'gorgias',
              resourceType: RESOURCE_TYPE_GORGIAS_SYSTEM,
              conditions: {
                rule: 'IS_SYSTEM_OWNER',
                resourceType: RESOURCE_TYPE_GORGIAS_SYSTEM,
                params: { claims: [OWNER] },
              },
            }
          : {
              result: mayEverywhere(userOf(options), permission)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            },
      ),
  });
}

async function listen(app: express.Express): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
