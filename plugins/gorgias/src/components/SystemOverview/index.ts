export { ConnectionStatus } from './ConnectionStatus';
export { OwnAccount } from './OwnAccess';
export { OverviewSkeleton } from './OverviewSkeleton';
export { SystemOverview } from './SystemOverview';
