export { ConnectionStatus } from './ConnectionStatus';
export { OverviewSkeleton } from './OverviewSkeleton';
export { SystemOverview } from './SystemOverview';
