import { Knex } from 'knex';
import { isPostgres } from './manyRows';

/** What a store asks of the database, and what the rows say. */
export interface Question<T> {
  query: Knex.QueryBuilder;
  /** Of rows with text, numbers and booleans. */
  answer(rows: any[]): T;
}

/** What is answered to several questions, by their names. */
export type Answers<Questions> = {
  [Name in keyof Questions]: Questions[Name] extends Question<infer T>
    ? T
    : never;
};

/** The answer to a question by itself. */
export async function ask<T>({ query, answer }: Question<T>): Promise<T> {
  return answer(await query);
}

/**
 * The answers to several questions that people wait for.
 *
 * On PostgreSQL in one statement, since most of what a small one takes is the
 * way there and back. SQLite is in this process, and asked one by one.
 */
export async function askTogether<
  Questions extends Record<string, Question<unknown>>,
>(knex: Knex, questions: Questions): Promise<Answers<Questions>> {
  const all = Object.entries(questions);
  const rowsOf = isPostgres(knex)
    ? await rowsInOneStatement(knex, all)
    : await rowsOneByOne(all);
  return Object.fromEntries(
    all.map(([name, { answer }]) => [name, answer(rowsOf[name])]),
  ) as Answers<Questions>;
}

type Rows = Record<string, any[]>;

async function rowsOneByOne(
  all: Array<[name: string, question: Question<unknown>]>,
): Promise<Rows> {
  const rows: Rows = {};
  for (const [name, { query }] of all) {
    rows[name] = await query;
  }
  return rows;
}

/** Each question's rows as JSON, in their order, in a column of one row. */
async function rowsInOneStatement(
  knex: Knex,
  all: Array<[name: string, question: Question<unknown>]>,
): Promise<Rows> {
  const columns = all.map(([name, { query }]) =>
    knex.raw(
      `(select coalesce(json_agg(found), '[]') from (?) as found) as ??`,
      [query, name],
    ),
  );
  const [rows] = await knex.select(columns);
  return rows;
}
