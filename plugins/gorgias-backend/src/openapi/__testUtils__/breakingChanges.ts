import { OpenApi, Operation, operationsOf, Schema } from './openApi';
import { schemaChanges } from './schemaChanges';

/**
 * What clients that were made for a document would fall over in a later one.
 * They have to expect more fields and other values in answers, no more.
 */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  const now = operationsOf(after);
  return [...operationsOf(before)].flatMap(([name, was]) => {
    const is = now.get(name);
    if (!is) {
      return [`${name}: removed`];
    }
    return [
      ...(is.operationId === was.operationId ? [] : ['operationId changed']),
      ...parameterChanges(before, after, was, is),
      ...bodyChanges(before, after, was, is),
      ...responseChanges(before, after, was, is),
    ].map(change => `${name}: ${change}`);
  });
}

function parameterChanges(
  before: OpenApi,
  after: OpenApi,
  { parameters: had = [] }: Operation,
  { parameters: has = [] }: Operation,
): string[] {
  const find = (among: typeof has, one: (typeof has)[number]) =>
    among.find(other => other.name === one.name && other.in === one.in);
  return [
    ...has
      .filter(one => one.required && !find(had, one)?.required)
      .map(({ name }) => `parameter ${name}: required now`),
    ...had.flatMap(was => {
      const is = find(has, was);
      const at = `parameter ${was.name}`;
      return is
        ? schemaChanges(
            { before, after, use: 'request' },
            was.schema,
            is.schema,
            at,
          )
        : [`${at}: removed`];
    }),
  ];
}

function bodyChanges(
  before: OpenApi,
  after: OpenApi,
  { requestBody: was }: Operation,
  { requestBody: is }: Operation,
): string[] {
  return [
    ...(is?.required && !was?.required ? ['body: required now'] : []),
    ...contentChanges(was?.content, is?.content, 'body', (old, now) =>
      schemaChanges({ before, after, use: 'request' }, old, now, 'body'),
    ),
  ];
}

function responseChanges(
  before: OpenApi,
  after: OpenApi,
  { responses: had = {} }: Operation,
  { responses: has = {} }: Operation,
): string[] {
  return Object.entries(had).flatMap(([status, was]) =>
    has[status]
      ? contentChanges(was.content, has[status].content, status, (old, now) =>
          schemaChanges({ before, after, use: 'response' }, old, now, status),
        )
      : [`${status}: removed`],
  );
}

function contentChanges(
  was: Record<string, { schema: Schema }> = {},
  is: Record<string, { schema: Schema }> = {},
  at: string,
  compare: (was: Schema, is: Schema) => string[],
): string[] {
  return Object.entries(was).flatMap(([type, { schema }]) =>
    is[type]
      ? compare(schema, is[type].schema)
      : [`${at}: no ${type} any more`],
  );
}
