export { AccessMatrixSection } from './AccessMatrixSection';
