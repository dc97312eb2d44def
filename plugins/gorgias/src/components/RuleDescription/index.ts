export { MissingFromRule } from './MissingFromRule';
export { RuleDescription } from './RuleDescription';
export { RuleVersion } from './RuleVersion';
