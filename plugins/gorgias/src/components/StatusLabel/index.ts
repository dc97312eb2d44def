export { STATUS_LOOKS } from './looks';
export { StatusLabel } from './StatusLabel';
