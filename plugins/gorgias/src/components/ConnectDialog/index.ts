export { ConnectDialog } from './ConnectDialog';
