export { LoadError } from './LoadError';
export { LoadingLines } from './LoadingLines';
