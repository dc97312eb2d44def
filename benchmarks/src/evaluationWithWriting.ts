import { Knex } from 'knex';
import { Benchmark, ENGINES, Figure, Target, under } from './benchmark';
import { LARGE, ofSize, Size } from './organisation';
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
      const rounds: Round[] = [];
      for (let round = 0; round <= repetitions; round += 1) {
        note(round === 0 ? `${engine} warms up` : `${engine}, round ${round}`);
        const knex = await openDatabase(engine);
        const measured = await measure(knex, size, repetitions);
        // The first compiles what a backend has compiled long since.
        if (round > 0) rounds.push(measured);
      }
      const on = `${size.accounts} accounts, ${engine}`;
      const inserting = {
        what: 'inserting the verdicts alone',
        values: rounds.map(round => round.inserting),
      };
      const reading = {
        what: 'reading the verdicts alone',
        values: rounds.map(round => round.reading),
      };
      figures.push(
        {
          what: 'all verdicts new',
          on,
          unit: 's',
          values: rounds.map(({ all }) => all),
          baseline: inserting,
          mustReach: under(2, 's'),
        },
        {
          what: '1 % of the accounts changed',
          on,
          unit: 's',
          values: rounds.flatMap(({ some }) => some),
          baseline: reading,
          mustReach: under(0.2, 's'),
        },
        {
          what: 'nothing changed',
          on,
          unit: 's',
          values: rounds.flatMap(({ none }) => none),
          baseline: reading,
        },
        {
          what: 'verdict rows written when nothing changed',
          on,
          unit: 'rows',
          values: rounds.map(({ written }) => written),
          mustReach: NONE,
        },
      );
    }
    return figures;
  },
};

/** How long each took, in seconds. */
interface Round {
  all: number;
  some: number[];
  none: number[];
  /** How often verdicts were written when nothing had changed. */
  written: number;
  reading: number;
  inserting: number;
}

async function measure(knex: Knex, size: Size, times: number): Promise<Round> {
  const system = await System.create(knex, size);
  const secondsOfEvaluating = () => secondsOf(() => system.evaluate());
  const all = await secondsOfEvaluating();
  const some: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await system.change(0.01);
    some.push(await secondsOfEvaluating());
  }
  const writes = countWrites(knex);
  const none: number[] = [];
  for (let time = 0; time < times; time += 1) {
    none.push(await secondsOfEvaluating());
  }
  const written = writes.verdicts;
  return {
    all,
    some,
    none,
    written,
    // Last, since nothing else is to collect what these leave.
    reading: await secondsOf(() => knex('verdicts').select()),
    inserting: await insertAsMuch(knex),
  };
}

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
