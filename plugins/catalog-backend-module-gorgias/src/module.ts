import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { gorgiasServiceRef } from 'backstage-plugin-gorgias-node';
import { GorgiasAccessProcessor } from './GorgiasAccessProcessor';
import { Standings } from './Standings';

/**
 * Shows on the entity of each critical system how the access to it stands, to
 * everybody who may read the entity.
 *
 * @public
 */
export const catalogModuleGorgias = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gorgias',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        gorgias: gorgiasServiceRef,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, gorgias, logger }) {
        const standings = new Standings({ auth, gorgias, logger });
        catalog.addProcessor(new GorgiasAccessProcessor(standings));
      },
    });
  },
});
