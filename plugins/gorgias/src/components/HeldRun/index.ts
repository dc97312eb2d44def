export { HeldRunDialog } from './LazyHeldRunDialog';
export { HeldRunNotice } from './HeldRunNotice';
export { useChangeText } from './useChangeText';
