import { appendFile } from 'node:fs/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { gorgiasEvidenceExtensionPoint } from 'backstage-plugin-gorgias-node';

/** An example: appends heads of the ledger to a file, which is elsewhere and only grows. */
export const headsToFile = (path: string) =>
  createBackendModule({
    pluginId: 'gorgias',
    moduleId: 'heads-to-file',
    register(env) {
      env.registerInit({
        deps: { evidence: gorgiasEvidenceExtensionPoint },
        async init({ evidence }) {
          evidence.addHeadRecipient({
            id: 'file',
            receive: head => appendFile(path, `${JSON.stringify(head)}\n`),
          });
        },
      });
    },
  });
