export { AccessRuleDialog } from './AccessRuleDialog';
