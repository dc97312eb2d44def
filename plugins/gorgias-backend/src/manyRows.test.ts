import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import { insertMany } from './manyRows';

interface Row {
  id: number;
  name: string | null;
  is_known: boolean | null;
  count: number | null;
}

describe.each(databaseIds)('many rows on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('many', table => {
      table.integer('id').primary();
      table.text('name');
      table.boolean('is_known');
      table.integer('count');
    });
  });
  beforeEach(() => knex('many').delete());

  const stored = async () => {
    const rows = await knex<Row>('many').orderBy('id');
    return rows.map(({ is_known: known, ...row }) => ({
      ...row,
      is_known: known === null ? null : Boolean(known),
    }));
  };

  it('are kept as they are, however many there are', async () => {
    const rows: Row[] = Array.from({ length: 5_001 }, (_, index) => ({
      id: index,
      name: index === 0 ? null : `"${index}" \\ \n\t😀 ? $1 '{}'`,
      is_known: [null, true, false][index % 3],
      count: index < 3_000 ? null : -index,
    }));
    await insertMany(knex, 'many', rows);
    expect(await stored()).toEqual(rows);
  });

  it('may have the same in some columns, or in all', async () => {
    await knex.schema.createTable('alike', table => {
      table.text('name');
      table.integer('count');
      table.boolean('is_known');
      table.text('nothing');
    });
    const row = {
      name: '? $1 \\ b\ud83d',
      count: -7,
      is_known: true,
      nothing: null,
    };
    await insertMany(knex, 'alike', [row, row, row]);
    await insertMany(knex, 'alike', [row, { ...row, count: 8 }]);
    const all = await knex('alike').orderBy('count');
    expect(all).toEqual(
      [-7, -7, -7, -7, 8].map(count => ({
        name: expect.stringMatching(/^\? \$1 \\ b\ufffd+$/),
        count,
        is_known: id === 'SQLITE_3' ? 1 : true,
        nothing: null,
      })),
    );
  });

  it('take the place of those with the same key, or are an error', async () => {
    const row = { id: 1, name: 'a', is_known: true, count: 2 };
    const other = { id: 1, name: null, is_known: null, count: null };
    await insertMany(knex, 'many', [row]);
    await expect(insertMany(knex, 'many', [other])).rejects.toMatchObject({
      code: id === 'SQLITE_3' ? 'SQLITE_CONSTRAINT_PRIMARYKEY' : '23505',
    });
    expect(await stored()).toEqual([row]);
    await insertMany(knex, 'many', [other, { ...row, id: 2 }], ['id']);
    expect(await stored()).toEqual([other, { ...row, id: 2 }]);
    await insertMany(knex, 'many', []);
    expect(await stored()).toHaveLength(2);
  });

  it('are an error when one of the first is, or can not be made', async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => ({ id: index }));
    const twice = [{ id: 0 }, ...rows];
    await expect(insertMany(knex, 'many', twice)).rejects.toMatchObject({
      code: id === 'SQLITE_3' ? 'SQLITE_CONSTRAINT_PRIMARYKEY' : '23505',
    });
    await knex('many').delete();
    const unmade = function* unmade() {
      yield* rows;
      throw new Error('Out of rows');
    };
    await expect(insertMany(knex, 'many', unmade())).rejects.toThrow(
      'Out of rows',
    );
  });

  it('may have columns in another order, and halves of characters', async () => {
    await insertMany<Row>(knex, 'many', [
      { id: 1, name: 'a', is_known: null, count: 1 },
      { count: 2, is_known: null, name: 'b\ud83d', id: 2 },
    ]);
    expect(await stored()).toEqual([
      { id: 1, name: 'a', is_known: null, count: 1 },
      {
        id: 2,
        name: expect.stringMatching(/^b\ufffd+$/),
        is_known: null,
        count: 2,
      },
    ]);
  });
});
