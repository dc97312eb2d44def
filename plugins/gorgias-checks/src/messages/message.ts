import { GORGIAS_MESSAGES } from './catalogue';

/** The texts of nested groups, each under the names of its groups joined by dots. @public */
export type Templates<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? { [P in `${Prefix}${K}`]: T[K] }
    : Templates<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** A union of objects as one object. @public */
export type Flat<U> = (U extends unknown ? (u: U) => void : never) extends (
  i: infer I,
) => void
  ? { [K in keyof I]: I[K] }
  : never;

/** Every text by its key, plural forms apart. @public */
export type TemplateByKey = Flat<Templates<typeof GORGIAS_MESSAGES>>;

/** A key without its plural form. @public */
export type IdOf<Key> = Key extends `${infer Id}_${'one' | 'other'}` ? Id : Key;

/** What can be said: the id of one of {@link GORGIAS_MESSAGES}, without its plural form. @public */
export type MessageId = IdOf<keyof TemplateByKey> & string;

/**
 * What is put into a message: data as it is, a time (of which the day counts,
 * or the minute), several of them, or words that are a message too.
 *
 * @public
 */
export type MessageParam =
  | string
  | number
  | { day: string }
  | { time: string }
  | { list: MessageParam[]; join: 'comma' | 'and' | 'or' }
  | Message;

/**
 * A text by its id, so that everybody can read it in their language.
 *
 * @public
 */
export type Message = {
  id: MessageId;
  params?: Record<string, MessageParam>;
};

/** The names of the params in a text. @public */
export type Names<Template> =
  Template extends `${string}{{${infer Name}}}${infer Rest}`
    ? (Name extends `${infer Plain},${string}` ? Plain : Name) | Names<Rest>
    : never;

/** The names of the params of a message. @public */
export type NamesOf<Id extends MessageId> =
  | (`${Id}_other` extends keyof TemplateByKey ? 'count' : never)
  | Names<TemplateByKey[keyof TemplateByKey & (Id | `${Id}_other`)]>;

/** The params that a message needs. @public */
export type MessageParams<Id extends MessageId> = {
  [Name in NamesOf<Id>]: Name extends 'count' ? number : MessageParam;
};

/**
 * Makes a message; which params it needs follows from its text.
 *
 * @public
 */
export function message<Id extends MessageId>(
  id: Id,
  ...[params]: [NamesOf<Id>] extends [never] ? [] : [MessageParams<Id>]
): Message {
  return params ? { id, params } : { id };
}
