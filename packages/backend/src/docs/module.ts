import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  TechdocsGenerator,
  techdocsGeneratorExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { generateSite } from './generateSite';

/**
 * Lets the example host show its documentation with nothing but Node on the
 * machine: MkDocs, which TechDocs usually calls, needs Python.
 */
export default createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown-generator',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        generators: techdocsGeneratorExtensionPoint,
      },
      async init({ config, logger, generators }) {
        generators.setTechdocsGenerator(
          // The extension point asks for the class, and TechDocs calls `run` only.
          Object.assign(TechdocsGenerator.fromConfig(config, { logger }), {
            run: generateSite,
          }),
        );
      },
    });
  },
});
