import { RequestHandler } from 'express';

/** What a form may ask for although HTML forms can only post. */
const METHODS = ['PATCH', 'DELETE'];

/**
 * Turns a posted form into the request it stands for. A field `_method`
 * names the method, dots in a name lead to nested fields, `:json` at its end
 * says that the value is not text, and what was left empty is left out.
 */
export const readForm: RequestHandler = (req, _res, next) => {
  if (isForm(req)) {
    const { _method: method, ...fields } = req.body as Record<string, unknown>;
    if (typeof method === 'string' && METHODS.includes(method)) {
      req.method = method;
    }
    req.body = nest(fields);
  }
  next();
};

/** Whether a person sent the request from the page, and wants to see it again. */
export function isForm(req: Parameters<RequestHandler>[0]): boolean {
  return Boolean(req.is('application/x-www-form-urlencoded'));
}

function nest(fields: Record<string, unknown>): object {
  const nested: Record<string, any> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) {
    if (value !== '') {
      const [path, type] = name.split(':');
      const keys = path.split('.');
      const last = keys.pop()!;
      const parent = keys.reduce((object, key) => {
        object[key] ??= Object.create(null);
        return object[key];
      }, nested);
      parent[last] = type === 'json' ? parseJson(String(value)) : value;
    }
  }
  return { ...nested };
}

// What is not JSON stays text, for the schema to refuse with the field's name.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
