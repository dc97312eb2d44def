export { SystemPage } from './SystemPage';
export { SystemTabs } from './SystemTabs';
