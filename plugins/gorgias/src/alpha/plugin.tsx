import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import VerifiedUserIcon from '@material-ui/icons/VerifiedUserOutlined';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { gorgiasApi } from './apis';
import { criticalSystemsCard } from './entityCard';
import { entityGorgiasContent } from './entityContent';
import { criticalSystemsPage } from './page';

/**
 * The plugin for apps on the new frontend system: the entity card and tab,
 * the page and the client.
 *
 * @alpha
 */
export const gorgiasPlugin = createFrontendPlugin({
  pluginId: 'gorgias',
  title: 'Gorgias',
  icon: <VerifiedUserIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    gorgiasApi,
    criticalSystemsCard,
    entityGorgiasContent,
    criticalSystemsPage,
  ],
});
