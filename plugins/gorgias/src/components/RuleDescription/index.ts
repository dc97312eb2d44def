export { MissingFromRule } from './MissingFromRule';
export { RuleDescription } from './RuleDescription';
export { RuleVersionList } from './RuleVersionList';
