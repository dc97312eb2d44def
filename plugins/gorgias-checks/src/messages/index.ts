export { GORGIAS_MESSAGES } from './catalogue';
export { sayInEnglish } from './english';
export { message } from './message';
export type {
  Flat,
  IdOf,
  Message,
  MessageId,
  MessageParam,
  MessageParams,
  Names,
  NamesOf,
  TemplateByKey,
  Templates,
} from './message';
