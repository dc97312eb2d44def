export { SummaryTab } from './SummaryTab';
