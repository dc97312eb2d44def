import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createEmulator } from './emulator';

/**
 * Serves a local Gorgias at `/api/gorgias-emulator`, open to everybody, when
 * it is configured. Of several replicas one may: it keeps everything in memory.
 *
 * @public
 */
export const gorgiasEmulatorPlugin = createBackendPlugin({
  pluginId: 'gorgias-emulator',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({ config, discovery, httpRouter, logger }) {
        if (!config.has('gorgiasEmulator')) {
          logger.info('Gorgias emulator is off: gorgiasEmulator is not set');
          return;
        }
        const baseUrl = await discovery.getExternalBaseUrl('gorgias-emulator');
        const app = config.getConfig('gorgiasEmulator.oauthApp');
        const { router } = createEmulator({
          baseUrl,
          oauthApp: {
            clientId: app.getString('clientId'),
            clientSecret: app.getString('clientSecret'),
            redirectUrls: app.getStringArray('redirectUrls'),
          },
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        logger.info(`Gorgias emulator is ready, see ${baseUrl}/control`);
      },
    });
  },
});
