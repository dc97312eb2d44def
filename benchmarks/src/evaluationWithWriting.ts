import { Knex } from 'knex';
import { Benchmark, ENGINES, Figure, Target, under } from './benchmark';
import { LARGE, ofSize } from './organisation';
import { secondsOf } from './statistics';
import { System } from './system';

const NONE: Target = {
  text: 'no verdict row written',
  holds: rows => rows === 0,
};

/** What a sync does after reading: judging everybody and keeping what came of it. */
export const evaluationWithWriting: Benchmark = {
  name: 'evaluation with writing',
  async run({ quick, repetitions, openDatabase, note }) {
    const size = quick ? ofSize(1_000) : LARGE;
    const figures: Figure[] = [];
    for (const engine of ENGINES) {
      const all: number[] = [];
      const some: number[] = [];
      const none: number[] = [];
      const inserting: number[] = [];
      const reading: number[] = [];
      const written: number[] = [];
      for (let round = 0; round < repetitions; round += 1) {
        note(`${engine}, round ${round + 1}`);
        const knex = await openDatabase(engine);
        const system = await System.create(knex, size);
        all.push(await secondsOf(() => system.evaluate()));
        inserting.push(await insertAsMuch(knex));
        await system.change(0.01);
        some.push(await secondsOf(() => system.evaluate()));
        reading.push(await secondsOf(() => knex('verdicts').select()));
        const writes = countWrites(knex);
        none.push(await secondsOf(() => system.evaluate()));
        written.push(writes.verdicts);
      }
      const on = `${size.accounts} accounts, ${engine}`;
      figures.push(
        {
          what: 'all verdicts new',
          on,
          unit: 's',
          values: all,
          baseline: { what: 'inserting the verdicts alone', values: inserting },
          mustReach: under(2, 's'),
        },
        {
          what: '1 % of the accounts changed',
          on,
          unit: 's',
          values: some,
          baseline: { what: 'reading the verdicts alone', values: reading },
          mustReach: under(0.2, 's'),
        },
        {
          what: 'nothing changed',
          on,
          unit: 's',
          values: none,
          baseline: { what: 'reading the verdicts alone', values: reading },
        },
        {
          what: 'verdict rows written when nothing changed',
          on,
          unit: 'rows',
          values: written,
          mustReach: NONE,
        },
      );
    }
    return figures;
  },
};

/** What the database takes for the same rows, put in as fast as it can in one transaction. */
async function insertAsMuch(knex: Knex): Promise<number> {
  const rows = await knex('verdicts').select();
  await knex.schema.createTable('verdict_copies', table => {
    for (const column of Object.keys(rows[0])) table.text(column);
    table.primary(['entity_ref', 'check_id', 'account_id']);
  });
  const seconds = await secondsOf(() =>
    knex.batchInsert('verdict_copies', rows, 50),
  );
  await knex.schema.dropTable('verdict_copies');
  return seconds;
}

function countWrites(knex: Knex): { verdicts: number } {
  const counted = { verdicts: 0 };
  knex.on('query', ({ sql }: { sql: string }) => {
    if (/^(insert into|update|delete from) ["`]verdicts["`]/.test(sql)) {
      counted.verdicts += 1;
    }
  });
  return counted;
}
