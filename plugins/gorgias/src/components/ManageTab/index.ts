export { ManageTab } from './ManageTab';
