import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { GORGIAS_SUBDOMAIN_ANNOTATION } from 'backstage-plugin-gorgias-common';

export const criticalSystemsCard = EntityCardBlueprint.make({
  name: 'critical-systems',
  params: {
    type: 'content',
    filter: {
      [`metadata.annotations.${GORGIAS_SUBDOMAIN_ANNOTATION}`]: {
        $exists: true,
      },
    },
    loader: () =>
      import('../components/CriticalSystemsCard').then(m => (
        <m.CriticalSystemsCard />
      )),
  },
});
