export { MissingFromRule } from './MissingFromRule';
export { RuleDescription } from './RuleDescription';
