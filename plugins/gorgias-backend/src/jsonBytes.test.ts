import fc from 'fast-check';
import { jsonArray } from './jsonBytes';

describe('an array of JSON in bytes', () => {
  it('is what it would be as one text, however long its items are', () => {
    const item = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.nat(40_000).map(length => 'ü'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), items => {
        const each = items.map(one => JSON.stringify(one));
        expect(String(jsonArray(each))).toBe(JSON.stringify(items));
        const around = { before: '{"ü":', after: '}' };
        expect(String(jsonArray(each, around))).toBe(
          JSON.stringify({ ü: items }),
        );
      }),
    );
  });
});
