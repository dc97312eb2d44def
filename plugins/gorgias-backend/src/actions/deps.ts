import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AccountService } from '../accounts/AccountService';
import { Evaluator } from '../checks/Evaluator';
import { ExceptionService } from '../exceptions/ExceptionService';
import { ListSystemsDeps } from '../systems/listSystems';

/** What the actions need; they do nothing that routes don't do. */
export interface ActionDeps extends ListSystemsDeps {
  accounts: AccountService;
  actionsRegistry: ActionsRegistryService;
  evaluator: Evaluator;
  exceptions: ExceptionService;
}
