export { AccountHistory } from './AccountHistory';
export { HistoryTable } from './HistoryTable';
