import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { gorgiasApiFactory } from './api';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * The plugin for apps on the legacy frontend system.
 *
 * @public
 */
export const gorgiasPlugin = createPlugin({
  id: 'gorgias',
  apis: [gorgiasApiFactory],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The card on the entity that stands for Gorgias; show it where
 * {@link isGorgiasAvailable}.
 *
 * @public
 */
export const GorgiasCriticalSystemsCard = gorgiasPlugin.provide(
  createComponentExtension({
    name: 'GorgiasCriticalSystemsCard',
    component: {
      lazy: () =>
        import('./components/CriticalSystemsCard').then(
          m => m.CriticalSystemsCard,
        ),
    },
  }),
);

/**
 * The page with all critical systems, to be mounted at `/critical-systems`.
 *
 * @public
 */
export const GorgiasPage = gorgiasPlugin.provide(
  createRoutableExtension({
    name: 'GorgiasPage',
    component: () =>
      import('./components/GorgiasPage').then(m => m.GorgiasPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab on the entity that stands for Gorgias, with all that the page
 * shows; show it where {@link isGorgiasAvailable}.
 *
 * @public
 */
export const EntityGorgiasContent = gorgiasPlugin.provide(
  createRoutableExtension({
    name: 'EntityGorgiasContent',
    component: () =>
      import('./components/EntityGorgiasContent').then(
        m => m.EntityGorgiasContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);
