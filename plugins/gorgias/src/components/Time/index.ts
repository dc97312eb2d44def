export { Day } from './Day';
export { Length } from './Length';
export { Time } from './Time';
