import { createPlugin } from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { widget } from './widget';

/**
 * What the widget comes from, in apps on the legacy frontend system.
 *
 * @public
 */
export const gorgiasHomePlugin = createPlugin({ id: 'home-gorgias' });

/**
 * The widget, for the home page of apps on the legacy frontend system. They
 * also need the page of `backstage-plugin-gorgias`, to which it links.
 *
 * @public
 */
export const HomePageGorgiasAccess = gorgiasHomePlugin.provide(
  createCardExtension<{}>(widget),
);
