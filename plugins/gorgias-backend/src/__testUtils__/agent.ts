import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import {
  BackendFeature,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  ActionsService,
  actionsServiceRef,
} from '@backstage/backend-plugin-api/alpha';

/** Another plugin that uses the actions as one for agents does, over HTTP and with the credentials of who asks. */
export interface Agent extends Pick<ActionsService, 'invoke'> {
  /** To be added to the backend. */
  features: BackendFeature[];
}

/** Makes one; it works once the backend has started. */
export function createAgent(): Agent {
  let actions: ActionsService;
  return {
    features: [
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      createBackendPlugin({
        pluginId: 'agent',
        register({ registerInit }) {
          registerInit({
            deps: { service: actionsServiceRef },
            async init({ service }) {
              actions = service;
            },
          });
        },
      }),
    ],
    invoke: options => actions.invoke(options),
  };
}
