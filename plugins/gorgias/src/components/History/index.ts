export { AccountHistory } from './AccountHistory';
export { SystemHistory } from './SystemHistory';
