import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';
import { entityContentRouteRef } from '../routes';

export const entityGorgiasContent = EntityContentBlueprint.make({
  params: {
    path: '/gorgias',
    title: 'Access compliance',
    routeRef: entityContentRouteRef,
    filter: {
      [`metadata.annotations.${GORGIAS_SUBDOMAIN_ANNOTATION}`]: {
        $exists: true,
      },
    },
    loader: () =>
      import('../components/EntityGorgiasContent').then(m => (
        <m.EntityGorgiasContent />
      )),
  },
});
