export { Plot } from './Plot';
export { useTableStyles } from './tableStyles';
