import { flushCompileCache } from 'node:module';
import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import gorgiasPlugin from '..';
import { loadExampleCatalog } from './exampleCatalog';
import { ReplicaMessage, ReplicaOptions, send } from './replicaMessages';
import { tellingScheduler } from './replicaScheduler';

/**
 * A whole backend in a process of its own, to be started by
 * `ReplicaProcess`. Database and scheduler are the real ones; what stands
 * around them is there to be let in and to find somebody in the catalog.
 */
async function start({ config }: ReplicaOptions): Promise<number> {
  const backend = await startTestBackend({
    features: [
      gorgiasPlugin,
      tellingScheduler,
      mockServices.rootConfig.factory({ data: config }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      catalogServiceMock.factory({ entities: loadExampleCatalog() }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: (): PermissionsService => ({
          authorize: allowAll,
          authorizeConditional: allowAll,
        }),
      }),
      // Behind a load balancer all replicas have one address.
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => ({
          getBaseUrl: async id => `http://localhost:7007/api/${id}`,
          getExternalBaseUrl: async id => `http://localhost:7007/api/${id}`,
        }),
      }),
    ],
  });
  return backend.server.port();
}

async function allowAll(requests: unknown[]) {
  const result: AuthorizeResult.ALLOW = AuthorizeResult.ALLOW;
  return requests.map(() => ({ result }));
}

// Whatever becomes of the test, this does not outlive it.
process.once('disconnect', () => process.exit(1));

process.on('message', (message: ReplicaMessage) => {
  if (message.type === 'start') {
    start(message.options).then(
      port => send({ type: 'ready', port }),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  }
});

// A replica is most often ended by SIGKILL, and would not write it then.
flushCompileCache?.();
send({ type: 'loaded' });
