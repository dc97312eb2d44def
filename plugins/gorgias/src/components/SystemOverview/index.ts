export { ConnectionStatus } from './ConnectionStatus';
export { SystemOverview } from './SystemOverview';
