import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import gorgiasPlugin from '..';
import { loadExampleCatalog } from './exampleCatalog';
import { ReplicaOptions } from './replicaMessages';
import { tellingScheduler } from './replicaScheduler';

/**
 * A whole backend, as a replica has it. Database and scheduler are the real
 * ones; what stands around them is there to be let in and to find somebody in
 * the catalog.
 *
 * @param features - that this replica has on top
 */
export function startReplicaBackend(
  { config, logLevel = 'warn' }: ReplicaOptions,
  features: BackendFeature[] = [],
): Promise<TestBackend> {
  return startTestBackend({
    features: [
      gorgiasPlugin,
      tellingScheduler,
      mockServices.rootConfig.factory({ data: config }),
      mockServices.rootLogger.factory({ level: logLevel }),
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
      ...features,
    ],
  });
}

async function allowAll(requests: unknown[]) {
  const result: AuthorizeResult.ALLOW = AuthorizeResult.ALLOW;
  return requests.map(() => ({ result }));
}
