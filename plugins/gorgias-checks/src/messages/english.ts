import { GORGIAS_MESSAGES } from './catalogue';
import { Message, MessageParam } from './message';

const JOINS = { comma: ', ', and: ' and ', or: ' or ' };

/**
 * Says messages in English, one sentence after the other. This is what is
 * kept as evidence, so it depends on nobody's settings.
 *
 * @public
 */
export function sayInEnglish(parts: readonly Message[]): string {
  return parts.map(sayOne).join(' ');
}

function sayOne({ id, params = {} }: Message): string {
  return templateOf(id, params.count).replace(
    /\{\{(\w+)(?:, number)?\}\}/g,
    (_, name: string) => sayParam(params[name]),
  );
}

function templateOf(id: string, count: MessageParam | undefined): string {
  const template = find(id) ?? find(`${id}_${count === 1 ? 'one' : 'other'}`);
  if (template === undefined) {
    throw new Error(`There is no message ${id}`);
  }
  return template;
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
    return param.list.map(sayParam).join(JOINS[param.join]);
  }
  return 'day' in param
    ? param.day.slice(0, 10)
    : `${param.time.slice(0, 10)} ${param.time.slice(11, 16)} UTC`;
}
