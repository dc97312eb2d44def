import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { gorgiasServiceRef } from 'backstage-plugin-gorgias-node';
import { createAddCriticalSystemAction } from './action';

/**
 * Adds the action `gorgias:critical-system:add` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleGorgias = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gorgias',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        gorgias: gorgiasServiceRef,
      },
      async init({ actions, config, gorgias }) {
        actions.addActions(
          createAddCriticalSystemAction({
            appBaseUrl: config.getString('app.baseUrl'),
            gorgias,
          }),
        );
      },
    });
  },
});
