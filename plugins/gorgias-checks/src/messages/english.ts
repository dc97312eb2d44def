import { GORGIAS_MESSAGES } from './catalogue';
import { Message, MessageParam } from './message';

const JOINS = { comma: ', ', and: ' and ', or: ' or ' };

/** A text with places for parameters: what stands before each, its name, and what stands after the last. */
interface Template {
  places: Array<{ before: string; name: string }>;
  end: string;
}

/** Every account has several sentences, so each text is taken apart once. */
const templates = new Map<string, Template>();

/** Those of an access rule are said of everybody. */
const lists = new WeakMap<object, string>();

/**
 * Says messages in English, one sentence after the other. This is what is
 * kept as evidence, so it depends on nobody's settings.
 *
 * @public
 */
export function sayInEnglish(parts: readonly Message[]): string {
  let said = '';
  for (const part of parts)
    said += said === '' ? sayOne(part) : ` ${sayOne(part)}`;
  return said;
}

function sayOne({ id, params = {} }: Message): string {
  const { places, end } = templateOf(id, params.count);
  let said = '';
  for (const { before, name } of places) {
    said += before + sayParam(params[name]);
  }
  return said + end;
}

function templateOf(id: string, count: MessageParam | undefined): Template {
  const key =
    count === undefined ? id : `${id}_${count === 1 ? 'one' : 'other'}`;
  let template = templates.get(key);
  if (!template) {
    const text = find(id) ?? find(`${id}_${count === 1 ? 'one' : 'other'}`);
    if (text === undefined) {
      throw new Error(`There is no message ${id}`);
    }
    template = takeApart(text);
    templates.set(key, template);
  }
  return template;
}

function takeApart(text: string): Template {
  const places: Template['places'] = [];
  let from = 0;
  for (const place of text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)) {
    places.push({ before: text.slice(from, place.index), name: place[1] });
    from = place.index + place[0].length;
  }
  return { places, end: text.slice(from) };
}

function find(key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<any>((texts, name) => texts?.[name], GORGIAS_MESSAGES);
  return typeof found === 'string' ? found : undefined;
}

function sayParam(param: MessageParam): string {
  if (typeof param !== 'object') {
    return String(param);
  }
  if ('id' in param) {
    return sayOne(param);
  }
  if ('list' in param) {
    const known =
      lists.get(param) ?? param.list.map(sayParam).join(JOINS[param.join]);
    lists.set(param, known);
    return known;
  }
  return 'day' in param
    ? param.day.slice(0, 10)
    : `${param.time.slice(0, 10)} ${param.time.slice(11, 16)} UTC`;
}
