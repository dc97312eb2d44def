import { Entity } from '@backstage/catalog-model';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import gorgiasPlugin from '../alpha';
import { gorgiasApiRef } from '../api';
import { FakeGorgias } from './FakeGorgias';
import { gorgiasEntity, groups } from './fixtures';
import { inLanguage } from './inLanguage';

/** The address of the example system's page. */
export const SYSTEM_PATH = '/critical-systems/resource/default/gorgias';

/** Shows the page at an address, in an app of the new frontend system. */
export function renderPage(options: {
  path: string;
  backend: FakeGorgias;
  entities?: Entity[];
  /** Of the app; English unless told otherwise. */
  language?: 'de';
}) {
  const toasts = { post: jest.fn((_: unknown) => ({ close: () => {} })) };
  renderTestApp({
    features: [gorgiasPlugin],
    config: options.language && inLanguage(options.language),
    initialRouteEntries: [options.path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [gorgiasApiRef, options.backend],
      [toastApiRef, toasts],
      catalogApiMock({
        entities: options.entities ?? [gorgiasEntity, ...groups],
      }),
    ],
  });
  return { toasts };
}
