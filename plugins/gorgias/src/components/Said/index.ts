export { English } from './English';
export { Said } from './Said';
