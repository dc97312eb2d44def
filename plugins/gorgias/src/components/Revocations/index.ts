export { Revocations } from './Revocations';
