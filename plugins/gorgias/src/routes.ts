import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list of critical systems. */
export const rootRouteRef = createRouteRef({ id: 'gorgias' });

/** The page of one critical system. */
export const systemRouteRef = createSubRouteRef({
  id: 'gorgias:system',
  parent: rootRouteRef,
  path: '/:kind/:namespace/:name',
});

/** The tab of a critical system on the page of its entity. */
export const entityContentRouteRef = createRouteRef({
  id: 'gorgias:entity-content',
});
