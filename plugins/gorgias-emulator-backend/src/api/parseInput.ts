import { z } from 'zod';
import { invalidRequest } from './ApiError';

/** Checks input against a schema, and names every wrong field in the error. */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) {
    return parsed.data;
  }
  const fields: Record<string, string[]> = {};
  const add = (field: string, message: string) => {
    fields[field] = [...(fields[field] ?? []), message];
  };
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        add(path ? `${path}.${key}` : key, 'Unknown field.');
      }
    } else {
      add(path || 'body', issue.message);
    }
  }
  throw invalidRequest(fields);
}

/**
 * Checks the query of a request. A name that is there once is a string, one
 * that is there several times a list of strings.
 */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  search: URLSearchParams,
): z.output<T> {
  const query = Object.fromEntries(
    [...new Set(search.keys())].map(name => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
  return parseInput(schema, query);
}

/** A parameter that may be repeated. */
export function repeated<T extends z.ZodType>(item: T) {
  return z.union([item.transform(value => [value]), z.array(item)]).optional();
}

/** A whole number in a query. */
export const integer = z
  .string()
  .regex(/^\d{1,15}$/, 'Must be a whole number.')
  .transform(Number);

/** The page size, as every list of the API takes it. */
export const limit = integer
  .refine(value => value >= 1 && value <= 100, 'Must be between 1 and 100.')
  .default(30);
