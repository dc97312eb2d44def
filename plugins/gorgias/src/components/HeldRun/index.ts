export { HeldRunDialog } from './HeldRunDialog';
export { HeldRunNotice } from './HeldRunNotice';
export { useChangeText } from './useChangeText';
