import { PageBlueprint } from '@backstage/frontend-plugin-api';
import VerifiedUserIcon from '@material-ui/icons/VerifiedUserOutlined';
import { rootRouteRef } from '../routes';

export const criticalSystemsPage = PageBlueprint.make({
  params: {
    path: '/critical-systems',
    title: 'Critical Systems',
    icon: <VerifiedUserIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/GorgiasPage').then(m => (
        <main>
          <m.GorgiasContent />
        </main>
      )),
  },
});
