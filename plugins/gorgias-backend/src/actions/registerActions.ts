import { ActionDeps } from './deps';
import { registerExplainVerdict } from './explainVerdict';
import { registerListCriticalSystems } from './listCriticalSystems';
import { registerListPendingTasks } from './listPendingTasks';
import { registerPreviewAccessRule } from './previewAccessRule';
import { registerRequestException } from './requestException';

/** What agents can do here, in the name of a person and with what that person may do. */
export function registerActions(deps: ActionDeps): void {
  registerListCriticalSystems(deps);
  registerListPendingTasks(deps);
  registerExplainVerdict(deps);
  registerPreviewAccessRule(deps);
  registerRequestException(deps);
}
