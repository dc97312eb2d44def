import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list of critical systems. */
export const rootRouteRef = createRouteRef({ id: 'gorgias' });

/** The page of one critical system. */
export const systemRouteRef = createSubRouteRef({
  id: 'gorgias:system',
  parent: rootRouteRef,
  path: '/:kind/:namespace/:name',
});
