export { ConnectDialog } from './LazyConnectDialog';
