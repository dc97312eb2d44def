import { toUSVString } from 'node:util';
import fc from 'fast-check';
import { databaseIds, databases } from './__testUtils__/databases';
import { textArray } from './textArray';

describe.each(databaseIds.filter(id => id !== 'SQLITE_3'))(
  'an array of texts in bytes on %s',
  id => {
    it('is the array that PostgreSQL has then', async () => {
      const knex = await databases.init(id);
      // Nobody can keep a NUL in a text of PostgreSQL.
      const text = fc
        .string({ unit: 'binary', maxLength: 20 })
        .map(some => some.replaceAll('\0', ''));
      const long = fc.nat(40_000).map(length => 'ü'.repeat(length));
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(text, long, fc.constant(null)), {
            minLength: 1,
            maxLength: 30,
          }),
          async texts => {
            const { rows } = await knex.raw('select ?::text[] as found', [
              textArray(texts),
            ]);
            expect(rows).toEqual([
              { found: texts.map(one => one && toUSVString(one)) },
            ]);
          },
        ),
      );
    });
  },
);
