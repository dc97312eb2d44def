export { Day } from './Day';
export { Time } from './Time';
