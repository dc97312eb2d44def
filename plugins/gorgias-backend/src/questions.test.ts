import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import { ask, askTogether, Question } from './questions';

describe.each(databaseIds)('questions on %s', id => {
  const TEXTS = [`"it's" \\ ?`, 'žluťoučký 🐎', '{"json": [1]}', ''];
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.increments('number');
      table.text('text');
      table.boolean('known');
    });
    await knex('things').insert(
      TEXTS.map((text, at) => ({ text, known: at > 0 })),
    );
  });

  const things = (where: object = {}): Question<unknown[]> => ({
    query: knex('things').where(where).orderBy('number', 'desc'),
    answer: rows =>
      rows.map(({ number, text, known }) => [number, text, Boolean(known)]),
  });
  const count: () => Question<number> = () => ({
    query: knex('things').count({ n: '*' }),
    answer: ([{ n }]) => Number(n),
  });

  it('are answered together as each by itself', async () => {
    const together = await askTogether(knex, {
      all: things(),
      one: things({ text: TEXTS[0] }),
      none: things({ text: 'nothing like it' }),
      howMany: count(),
    });
    expect(together).toEqual({
      all: TEXTS.map((text, at) => [at + 1, text, at > 0]).reverse(),
      one: [[1, TEXTS[0], false]],
      none: [],
      howMany: 4,
    });
    expect(together).toEqual({
      all: await ask(things()),
      one: await ask(things({ text: TEXTS[0] })),
      none: await ask(things({ text: 'nothing like it' })),
      howMany: await ask(count()),
    });
  });

  it('fail together', async () => {
    await expect(
      askTogether(knex, {
        all: things(),
        missing: { query: knex('nowhere'), answer: rows => rows },
      }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('nowhere'),
    });
  });
});
