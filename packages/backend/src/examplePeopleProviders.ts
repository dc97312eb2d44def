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

/** People of the example organisation, by the provider that signs them in. */
const EXAMPLE_PEOPLE = {
  /** A support agent without admin rights. */
  'example-engineer': 'user:default/sam.rivers',
  /** Leads support, which owns Gorgias. */
  'example-lead': 'user:default/maya.ortiz',
  /** Sees evidence, and nothing else. */
  'example-auditor': 'user:default/nadia.rossi',
};

/**
 * More guests for the development host, so that the product can be tried as
 * somebody without admin rights, and what one person asks for be approved by
 * another. Like Backstage's own guest provider they refuse to work outside of
 * development.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'example-people-providers',
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
        for (const [providerId, entityRef] of Object.entries(EXAMPLE_PEOPLE)) {
          providers.registerProvider({
            providerId,
            factory: createProxyAuthProviderFactory({
              authenticator: createProxyAuthenticator({
                defaultProfileTransform: async () => ({ profile: {} }),
                initialize: () => undefined,
                async authenticate() {
                  if (process.env.NODE_ENV !== 'development') {
                    throw new NotAllowedError(
                      'Example people can sign in in development only',
                    );
                  }
                  return { result: {} };
                },
              }),
              signInResolver: (_info, ctx) =>
                ctx.signInWithCatalogUser({ entityRef }),
            }),
          });
        }
      },
    });
  },
});
