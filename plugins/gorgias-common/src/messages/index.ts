export { GORGIAS_MESSAGES } from './catalogue';
export { sayInEnglish } from './english';
export { message } from './message';
export type {
  Message,
  MessageId,
  MessageParam,
  MessageParams,
} from './message';
