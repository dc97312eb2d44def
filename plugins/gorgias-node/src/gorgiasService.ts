import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';

/**
 * The API of the plugin, for other backend plugins and modules.
 *
 * @public
 */
export interface GorgiasService {
  /**
   * A client that asks in somebody's name. With a plugin's own credentials it
   * can list systems, look at one, and list accounts; everything else takes a
   * user's.
   */
  as(credentials: BackstageCredentials): GorgiasClient;
}

/**
 * Gives a backend plugin or module the API of the plugin, which may run in
 * another backend.
 *
 * @public
 */
export const gorgiasServiceRef = createServiceRef<GorgiasService>({
  id: 'gorgias.client',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }): GorgiasService => ({
        as: credentials =>
          new GorgiasClient({
            discoveryApi: discovery,
            fetchApi: {
              async fetch(input, init) {
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: credentials,
                  targetPluginId: 'gorgias',
                });
                const headers = new Headers(init?.headers);
                headers.set('Authorization', `Bearer ${token}`);
                return fetch(input, { ...init, headers });
              },
            },
          }),
      }),
    }),
});
