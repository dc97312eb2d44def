import serialize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical';

describe('canonicalJson', () => {
  it('is what RFC 8785 says, in whatever order the fields come', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), value => {
        const canonical = serialize(value)!;
        expect(canonicalJson(value)).toBe(canonical);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts numbers in the order of their letters, as fields, where JavaScript would not', () => {
    expect(canonicalJson({ 9: 'a', 10: 'b' })).toBe('{"10":"b","9":"a"}');
    expect(canonicalJson([{ a: { 9: 1, 10: 2 } }])).toBe(
      '[{"a":{"10":2,"9":1}}]',
    );
  });

  it('leaves out what is undefined, and asks dates what they are', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe(
      '{"b":[null]}',
    );
    expect(canonicalJson({ at: new Date(0) })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z"}',
    );
    const itself = { toJSON: () => ({ b: 1, a: 2 }) };
    expect(canonicalJson({ itself })).toBe('{"itself":{"a":2,"b":1}}');
  });
});
