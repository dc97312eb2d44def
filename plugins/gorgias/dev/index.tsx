import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import gorgiasPlugin from '../src/alpha';
import { gorgiasApiRef } from '../src/api';
import { devEntities, DevGorgias } from './DevGorgias';

const gorgiasInMemory = createFrontendModule({
  pluginId: 'gorgias',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: gorgiasApiRef,
          deps: {},
          factory: () => new DevGorgias(),
        }),
    }),
  ],
});

const catalogInMemory = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: devEntities }),
        }),
    }),
  ],
});

createDevApp({
  features: [catalogPlugin, catalogInMemory, gorgiasPlugin, gorgiasInMemory],
});
