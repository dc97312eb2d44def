import fc from 'fast-check';
import { resolve, Schema, OpenApi } from '../../openapi/__testUtils__/openApi';
import { Json } from './hostileValues';

/** Values that lead deep into the plugin, by the name of the field or parameter. */
export type Known = Record<string, string[]>;

/** Values that a schema takes, known ones where there are some. */
export function fromSchema(
  document: OpenApi,
  schema: Schema,
  known: Known,
  name = '',
): fc.Arbitrary<Json> {
  const of = resolve(document, schema);
  const inner = (one: Schema, at = name) =>
    fromSchema(document, one, known, at);
  if (of.oneOf) {
    return fc.oneof(...of.oneOf.map(one => inner(one)));
  }
  if (of.enum) {
    return fc.constantFrom(...(of.enum as Json[]));
  }
  switch (of.type) {
    case 'object':
      return objectOf(of, inner);
    case 'array':
      return fc.array(inner(of.items!), {
        minLength: Number(of.minItems ?? 0),
        maxLength: Math.min(Number(of.maxItems ?? 3), 3),
      });
    case 'integer':
      return fc.integer({
        min: Number(of.minimum ?? -5),
        max: Number(of.maximum ?? 5),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return known[name]?.length
        ? fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...known[name]) },
            { weight: 1, arbitrary: textOf(of) },
          )
        : textOf(of);
    default:
      throw new Error(`${name}: no values of type ${of.type} are known`);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  inner: (one: Schema, at?: string) => fc.Arbitrary<Json>,
): fc.Arbitrary<Json> {
  return typeof additionalProperties === 'object'
    ? fc.dictionary(fc.string(), inner(additionalProperties), { maxKeys: 3 })
    : fc.record(
        Object.fromEntries(
          Object.entries(properties).map(([key, one]) => [
            key,
            inner(one, key),
          ]),
        ),
        { requiredKeys: required },
      );
}

function textOf({ format, pattern, minLength, maxLength = 40 }: Schema) {
  const longest = Number(maxLength);
  if (format === 'date-time') {
    return fc
      .date({
        min: new Date('2026-01-01'),
        max: new Date('2028-01-01'),
        noInvalidDate: true,
      })
      .map(date => date.toISOString());
  }
  return pattern
    ? fc
        .stringMatching(new RegExp(String(pattern)))
        .filter(({ length }) => length <= longest)
    : fc.string({
        unit: 'grapheme',
        minLength: Number(minLength ?? 0),
        maxLength: Math.min(longest, 40),
      });
}
