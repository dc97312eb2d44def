import { OpenApi, resolve, Schema } from './openApi';

/** What is compared: what clients send must still be taken, what they get must still be what they know. */
export interface Comparison {
  before: OpenApi;
  after: OpenApi;
  use: 'request' | 'response';
}

/** What clients made for a schema would fall over in what it has become. */
export function schemaChanges(
  comparison: Comparison,
  was: Schema,
  is: Schema,
  at: string,
): string[] {
  const { before, after, use } = comparison;
  const known = alternatives(before, was);
  const offered = alternatives(after, is);
  const types = typeChanges(use, known, offered, at);
  return types.length > 0
    ? types
    : known.filter(isNotNull).flatMap(
        one =>
          offered
            .filter(isNotNull)
            .map(other => shapeChanges(comparison, one, other, at))
            // Of several alternatives it has become the one that is most like it.
            .sort((a, b) => a.length - b.length)[0] ?? [],
      );
}

function alternatives(document: OpenApi, schema: Schema): Schema[] {
  const resolved = resolve(document, schema);
  return resolved.oneOf
    ? resolved.oneOf.flatMap(one => alternatives(document, one))
    : [resolved];
}

function typesOf(schemas: Schema[]): string[] {
  return [...new Set(schemas.flatMap(({ type = 'anything' }) => type))];
}

function isNotNull({ type }: Schema): boolean {
  return type !== 'null';
}

function typeChanges(
  use: Comparison['use'],
  was: Schema[],
  is: Schema[],
  at: string,
): string[] {
  const [given, taken] =
    use === 'request'
      ? [typesOf(was), typesOf(is)]
      : [typesOf(is), typesOf(was)];
  return given
    .filter(
      type =>
        !taken.includes(type) &&
        !taken.includes('anything') &&
        !(type === 'integer' && taken.includes('number')),
    )
    .map(type =>
      use === 'request'
        ? `${at}: ${type} is not taken any more`
        : `${at}: may now be ${type}`,
    );
}

function shapeChanges(
  comparison: Comparison,
  was: Schema,
  is: Schema,
  at: string,
): string[] {
  const { use } = comparison;
  const { properties: had = {}, required: needed = [] } = was;
  const { properties: has = {}, required: needs = [] } = is;
  const inner = (name: string, before: unknown, after: unknown) =>
    isSchema(before) && isSchema(after)
      ? schemaChanges(comparison, before, after, `${at}${name}`)
      : [];
  return [
    ...(use === 'request' ? narrowed(was, is, at) : []),
    ...Object.keys(had)
      .filter(name => !has[name])
      .map(name => `${at}.${name}: removed`),
    ...(use === 'request'
      ? needs
          .filter(name => !needed.includes(name))
          .map(name => `${at}.${name}: required now`)
      : needed
          .filter(name => has[name] && !needs.includes(name))
          .map(name => `${at}.${name}: may be missing now`)),
    ...Object.keys(had).flatMap(name =>
      inner(`.${name}`, had[name], has[name]),
    ),
    ...inner('[]', was.items, is.items),
    ...inner('.*', was.additionalProperties, is.additionalProperties),
  ];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object';
}

/** What is taken of values that were taken before. */
function narrowed(was: Schema, is: Schema, at: string): string[] {
  const lost = is.enum
    ? (was.enum ?? ['other values']).filter(value => !is.enum!.includes(value))
    : [];
  const stricter = Object.keys(is).filter(keyword => {
    const [old, now] = [was[keyword], is[keyword]];
    if (/^min/.test(keyword)) {
      return Number(now) > Number(old ?? -Infinity);
    }
    if (/^max/.test(keyword)) {
      return Number(now) < Number(old ?? Infinity);
    }
    return (
      (['pattern', 'format', 'uniqueItems'].includes(keyword) && now !== old) ||
      (keyword === 'additionalProperties' && now === false && old !== false)
    );
  });
  return [
    ...lost.map(value => `${at}: ${value} is not taken any more`),
    ...stricter.map(keyword => `${at}: ${keyword} is stricter`),
  ];
}
