import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { gorgiasPermissions } from 'backstage-plugin-gorgias-common';
import {
  gorgiasStaffExtensionPoint,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { Access } from './access';
import { readGorgiasConfig } from './config';
import { AccessTokens } from './connections/AccessTokens';
import { ConnectService } from './connections/ConnectService';
import { TokenCipher } from './connections/TokenCipher';
import { GorgiasDatabase } from './database';
import { GorgiasOAuth } from './gorgias/GorgiasOAuth';
import { createRouter } from './router';
import { CatalogStaffSource } from './staff/CatalogStaffSource';
import { scheduleSync } from './sync/scheduleSync';
import { SyncService } from './sync/SyncService';
import { GorgiasEntities } from './systems/GorgiasEntities';
import { SystemService } from './systems/SystemService';

const CALLBACK_PATH = '/connections/callback';

/**
 * Reads the users of Gorgias on a schedule, matches them to the people in
 * the catalog and judges their access by five checks.
 *
 * @public
 */
export const gorgiasPlugin = createBackendPlugin({
  pluginId: 'gorgias',
  register(env) {
    let replacedStaffSource: StaffSource | undefined;
    env.registerExtensionPoint(gorgiasStaffExtensionPoint, {
      setStaffSource(source) {
        if (replacedStaffSource) {
          throw new Error(
            'The staff source was set already, by another module',
          );
        }
        replacedStaffSource = source;
      },
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        const { auditor, auth, catalog, logger } = services;
        const config = readGorgiasConfig(services.config);
        const { baseUrl, staleAfterSeconds } = config;
        const now = () => new Date();

        const database = await GorgiasDatabase.create(services.database);
        const cipher = new TokenCipher(config.encryptionKeys);
        const callbackUrl =
          (await services.discovery.getExternalBaseUrl('gorgias')) +
          CALLBACK_PATH;
        const oauth = new GorgiasOAuth({
          ...config.oauth,
          baseUrl,
          redirectUri: callbackUrl,
          now,
        });

        services.permissionsRegistry.addPermissions(gorgiasPermissions);
        services.httpRouter.addAuthPolicy({
          path: CALLBACK_PATH,
          allow: 'unauthenticated',
        });
        services.httpRouter.use(
          createRouter({
            access: new Access(services),
            appOrigin: new URL(services.config.getString('app.baseUrl')).origin,
            auditor,
            auth,
            baseUrl,
            callbackUrl,
            cipher,
            connect: new ConnectService({
              database,
              oauth,
              cipher,
              baseUrl,
              auditor,
              logger,
              now,
            }),
            database,
            entities: new GorgiasEntities(catalog),
            logger,
            now,
            oauth,
            systems: new SystemService({ database, staleAfterSeconds, now }),
          }),
        );

        const sync = new SyncService({
          database,
          accessTokens: new AccessTokens({
            stores: database.stores,
            oauth,
            cipher,
            now,
          }),
          staffSource:
            replacedStaffSource ??
            new CatalogStaffSource(catalog, auth, config.staff),
          baseUrl,
          logger,
          now,
        });
        await scheduleSync(services.scheduler, sync, config.schedule);
      },
    });
  },
});
