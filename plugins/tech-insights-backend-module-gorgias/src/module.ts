import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { gorgiasServiceRef } from 'backstage-plugin-gorgias-node';
import { createGorgiasFactRetriever } from './factRetriever';

/**
 * Adds the fact retriever `gorgiasAccessFactRetriever`, which runs where it is
 * configured under `techInsights.factRetrievers`.
 *
 * @public
 */
export const techInsightsModuleGorgias = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'gorgias',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        gorgias: gorgiasServiceRef,
        retrievers: techInsightsFactRetrieversExtensionPoint,
      },
      async init({ auth, gorgias, retrievers }) {
        const retriever = createGorgiasFactRetriever({ auth, gorgias });
        retrievers.addFactRetrievers({ [retriever.id]: retriever });
      },
    });
  },
});
