export { EntityPicker } from './EntityPicker';
export { isEntityRef } from './isEntityRef';
