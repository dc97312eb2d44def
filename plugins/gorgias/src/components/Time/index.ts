export { Day } from './Day';
export { Length } from './Length';
export { Moment } from './Moment';
export { Time } from './Time';
