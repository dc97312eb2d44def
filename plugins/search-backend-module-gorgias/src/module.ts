import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { gorgiasServiceRef } from 'backstage-plugin-gorgias-node';
import { AccountCollatorFactory } from './AccountCollatorFactory';
import { readSchedule } from './config';
import { GorgiasSource } from './GorgiasSource';
import { SystemCollatorFactory } from './SystemCollatorFactory';

/**
 * Puts critical systems and their accounts into the search of Backstage, each
 * found only by who may see it.
 *
 * @public
 */
export const searchModuleGorgias = createBackendModule({
  pluginId: 'search',
  moduleId: 'gorgias',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        gorgias: gorgiasServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, gorgias, indexRegistry, scheduler }) {
        const source = new GorgiasSource({ auth, gorgias });
        const schedule = readSchedule(config);
        for (const factory of [
          new SystemCollatorFactory(source),
          new AccountCollatorFactory(source),
        ]) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory,
          });
        }
      },
    });
  },
});
