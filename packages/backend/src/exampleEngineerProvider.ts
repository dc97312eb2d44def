import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** A support agent of the example organisation, who has no admin rights. */
const EXAMPLE_ENGINEER = 'user:default/sam.rivers';

/**
 * A second guest for the development host, so that the product can be tried
 * as somebody without admin rights. Like Backstage's own guest provider it
 * refuses to work outside of development.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'example-engineer-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ logger, providers }) {
        if (process.env.NODE_ENV !== 'development') {
          logger.info('Example sign-in is off outside of development');
          return;
        }
        providers.registerProvider({
          providerId: 'example-engineer',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => undefined,
              async authenticate() {
                if (process.env.NODE_ENV !== 'development') {
                  throw new NotAllowedError(
                    'The example engineer can sign in in development only',
                  );
                }
                return { result: {} };
              },
            }),
            signInResolver: (_info, ctx) =>
              ctx.signInWithCatalogUser({ entityRef: EXAMPLE_ENGINEER }),
          }),
        });
      },
    });
  },
});
