export { usePaperColors } from './paperColors';
export { Printable } from './Printable';
