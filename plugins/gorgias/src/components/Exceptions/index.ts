export { ExceptionsSection } from './ExceptionsSection';
export { useAccountExceptions } from './useAccountExceptions';
export { VerdictException } from './VerdictException';
