import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// Sign-in: the guest is an admin of the example organisation, a second person
// has no admin rights, a third owns Gorgias, and a fourth is an auditor.
// Replace them by your own provider.
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('./examplePeopleProviders'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('backstage-plugin-catalog-backend-module-gorgias'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissionPolicy'));

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
// With several replicas, carries a signal from the one where something
// changed to those that browsers are connected to.
backend.add(import('@backstage/plugin-events-backend'));

// Finds what is in the catalog, critical systems, and their accounts.
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('backstage-plugin-search-backend-module-gorgias'));

// Has the template in examples/templates, which adds a critical system.
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('backstage-plugin-scaffolder-backend-module-gorgias'));

// Facts of critical systems, and a scorecard of them.
backend.add(import('@backstage-community/plugin-tech-insights-backend'));
backend.add(
  import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
);
backend.add(import('backstage-plugin-tech-insights-backend-module-gorgias'));

// The documentation of this repository, as the Docs tab of its entity.
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('./docs/module'));

backend.add(import('backstage-plugin-gorgias-backend'));

// Lets agents take the actions of the plugins above, as the person they work
// for; see docs/guide/agents.md.
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// A local Gorgias to develop against, never part of a production backend.
if (process.env.NODE_ENV !== 'production') {
  backend.add(import('backstage-plugin-gorgias-emulator-backend'));
}

backend.start();
