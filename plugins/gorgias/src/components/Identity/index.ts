export { AccountIdentity } from './AccountIdentity';
export { ClassifyDialog } from './ClassifyDialog';
export { IdentitySection } from './IdentitySection';
export { RecordedIdentity } from './RecordedIdentity';
