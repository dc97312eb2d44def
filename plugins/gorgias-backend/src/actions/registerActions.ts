import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { requireKeepable } from '../keepableText';
import { ActionDeps } from './deps';
import { registerExplainVerdict } from './explainVerdict';
import { registerListCriticalSystems } from './listCriticalSystems';
import { registerListPendingTasks } from './listPendingTasks';
import { registerPreviewAccessRule } from './previewAccessRule';
import { registerRequestException } from './requestException';

/** What agents can do here, in the name of a person and with what that person may do. */
export function registerActions(given: ActionDeps): void {
  const deps = { ...given, actionsRegistry: checked(given.actionsRegistry) };
  registerListCriticalSystems(deps);
  registerListPendingTasks(deps);
  registerExplainVerdict(deps);
  registerPreviewAccessRule(deps);
  registerRequestException(deps);
}

/** Has every action refuse what could not be kept, as the HTTP API does. */
function checked(registry: ActionsRegistryService): ActionsRegistryService {
  return {
    register: options =>
      registry.register({
        ...options,
        action: async context => {
          requireKeepable('input', context.input);
          return options.action(context);
        },
      }),
  };
}
