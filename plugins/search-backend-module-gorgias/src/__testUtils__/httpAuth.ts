import {
  coreServices,
  createServiceFactory,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mock of Backstage forgets that it is a plugin which asks on behalf of a
 * user. Without one, nothing gives out or applies a conditional decision.
 */
export const httpAuthFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }): HttpAuthService => {
    const httpAuth = mockServices.httpAuth({
      pluginId: plugin.getId(),
      defaultCredentials: mockCredentials.none(),
    });
    return {
      issueUserCookie: (...args) => httpAuth.issueUserCookie(...args),
      async credentials(...args) {
        const credentials = await httpAuth.credentials(...args);
        const { principal }: any = credentials;
        const [{ headers }] = args;
        return principal.type === 'user' &&
          headers.authorization?.startsWith('Bearer mock-service-token:')
          ? (mockCredentials.user(principal.userEntityRef, {
              actor: { subject: 'plugin:asking' },
            }) as any)
          : credentials;
      },
    };
  },
});
