import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  EmbeddedDocsRouter,
  isTechDocsAvailable,
} from '@backstage/plugin-techdocs';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';

/** The tab of TechDocs without its search: what is in the documentation is not in that of the example host. */
export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [
    EntityContentBlueprint.make({
      params: {
        path: 'docs',
        title: 'Docs',
        routeRef: techdocsPlugin.routes.entityContent,
        filter: isTechDocsAvailable,
        loader: async () => <EmbeddedDocsRouter withSearch={false} />,
      },
    }),
  ],
});
