/**
 * The widget for apps on the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { widget } from './widget';

/**
 * Adds the widget to the home page.
 *
 * @alpha
 */
export default createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageWidgetBlueprint.make({ name: 'gorgias-access', params: widget }),
  ],
});
