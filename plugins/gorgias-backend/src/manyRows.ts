import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { textArray } from './textArray';

/** Keeps a statement, and what it needs of memory, bounded. */
const ROWS_AT_A_TIME = 2_000;

/** The same where each value has a placeholder, of which SQLite takes 32,766. */
const VALUES_AT_A_TIME = 4_000;

/** Also of a few rows that are large, the database gets some while others are made. */
const CHARACTERS_AT_A_TIME = 1_000_000;

/** Few, so that the database has something to do while more are made. */
const ROWS_AT_FIRST = 250;

/**
 * Inserts many rows of one shape, or puts them in the place of those with
 * the same key.
 *
 * SQLite is given each value by a placeholder, of which PostgreSQL takes a
 * while to find the type of each, and PostgreSQL each column as an array, which
 * SQLite doesn't know, or once where all rows have the same.
 * `npm run benchmark evaluation` measures it.
 *
 * @param key - the columns of a primary or unique key; without it, a row that
 * is there already is an error, which PostgreSQL need not look for beforehand
 * @param written - the columns in which rows of the same key may be others;
 * all by default. SQLite keeps every index anew that has a written column
 */
export async function insertMany<T extends object>(
  knex: Knex,
  table: string,
  rows: Iterable<T>,
  key?: ReadonlyArray<keyof T & string>,
  written?: ReadonlyArray<keyof T & string>,
): Promise<void> {
  let columns: Array<keyof T & string> = [];
  let insert: Insert | undefined;
  let some: Values[] = [];
  let characters = 0;
  let running: Promise<unknown> | undefined;
  const run = async ({ statementOf }: Insert) => {
    // Made while the database is at those before.
    const statement = statementOf(some);
    some = [];
    characters = 0;
    await running;
    running = statement.then();
    // An error is heard of when it is waited for.
    running.catch(() => undefined);
  };
  try {
    let rowsAtATime = 0;
    for (const row of rows) {
      if (!insert) {
        columns = Object.keys(row) as typeof columns;
        insert = insertInto(knex, table, columns, key, written);
        rowsAtATime = insert.first;
      }
      const values = columns.map(column => (row[column] as Value) ?? null);
      some.push(values);
      for (const value of values) {
        if (typeof value === 'string') characters += value.length;
      }
      if (some.length === rowsAtATime || characters > CHARACTERS_AT_A_TIME) {
        await run(insert);
        rowsAtATime = Math.min(2 * rowsAtATime, insert.most);
        // Sent, so that the next are made while the database is at these.
        await setImmediate();
      }
    }
    if (insert && some.length > 0) await run(insert);
  } finally {
    await running;
  }
}

/** Rows that are made when it is their turn, so that not all of them are in memory. */
export function* rowsOf<T, R>(
  all: Iterable<T>,
  toRow: (one: T) => R,
): Generator<R> {
  for (const one of all) {
    yield toRow(one);
  }
}

/**
 * Runs something for some keys at a time.
 *
 * @param most - how many; default: as many as a statement may have placeholders
 */
export async function inBatches<T>(
  all: readonly T[],
  work: (some: T[]) => Promise<unknown>,
  most = ROWS_AT_A_TIME,
): Promise<void> {
  for (let start = 0; start < all.length; start += most) {
    await work(all.slice(start, start + most));
  }
}

/**
 * Reads many rows, some thousand at a time, between which others have their
 * turn: outside of a transaction also with SQLite, of which there is one connection.
 *
 * @param query - what is asked for, without an order
 * @param key - columns that name a row of it, and by whose order an index finds them
 */
export async function inParts<Row extends object>(
  query: Knex.QueryBuilder,
  key: ReadonlyArray<keyof Row & string>,
): Promise<Row[]> {
  const all: Row[] = [];
  let place: Knex.Value[] | undefined;
  do {
    const part = query
      .clone()
      .orderBy([...key])
      .limit(ROWS_AT_A_TIME);
    if (place) {
      part.whereRaw(`(${key}) > (${key.map(() => '?')})`, place);
    }
    const rows: Row[] = await part;
    for (const row of rows) all.push(row);
    const last = rows.length === ROWS_AT_A_TIME ? rows.at(-1) : undefined;
    place = last && key.map(column => last[column] as Knex.Value);
    // SQLite answers without anybody's turn in between.
    if (place) await setImmediate();
  } while (place);
  return all;
}

type Value = string | number | boolean | null;
type Values = Value[];

/** How rows of one shape, each its values, get into a table. */
interface Insert {
  /** How many rows the first statement has, and the most that one may have. */
  first: number;
  most: number;
  statementOf(rows: Values[]): Knex.Raw;
}

function insertInto(
  knex: Knex,
  table: string,
  columns: readonly string[],
  key: readonly string[] = [],
  written: readonly string[] = columns,
): Insert {
  const names = (some: readonly string[]) =>
    some.map(name => knex.ref(name).toString());
  const into = `insert into ${names([table])} (${names(columns)})`;
  const merged = names(written.filter(column => !key.includes(column)))
    .map(name => `${name} = excluded.${name}`)
    .join();
  const merge =
    key.length > 0 ? `on conflict (${names(key)}) do update set ${merged}` : '';
  if (isPostgres(knex)) {
    return {
      first: ROWS_AT_FIRST,
      most: ROWS_AT_A_TIME,
      statementOf: rows => {
        const values = columns.map((_, index) => rows.map(row => row[index]));
        // One at least has a value for each row, so that there are as many rows.
        const first = Math.max(
          0,
          values.findIndex(some => !isOne(some)),
        );
        const given = values.map((some, index) =>
          columnOf(some, index !== first && isOne(some)),
        );
        return knex.raw(
          `${into} select ${given.map(({ sql }) => sql)} ${merge}`,
          given.flatMap(({ bindings }) => bindings),
        );
      },
    };
  }
  const row = `(${columns.map(() => '?')})`;
  const rowsAtATime = Math.ceil(VALUES_AT_A_TIME / columns.length);
  return {
    first: rowsAtATime,
    most: rowsAtATime,
    statementOf: rows =>
      knex.raw(`${into} values ${rows.map(() => row)} ${merge}`, rows.flat()),
  };
}

/** Whether a database is not the embedded one. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

const TYPES: Partial<Record<string, string>> = {
  string: 'text',
  number: 'numeric',
  boolean: 'boolean',
};

/** Whether all rows have the same value in a column. */
function isOne(values: Values): boolean {
  return values.every(value => value === values[0]);
}

/** A column of rows for PostgreSQL: one value for all of them, or an array with that of each. */
function columnOf(
  values: Values,
  once: boolean,
): { sql: string; bindings: Array<string | Buffer> } {
  const type = TYPES[typeof values.find(value => value !== null)];
  if (!type) {
    return { sql: 'null', bindings: [] };
  }
  return once
    ? { sql: `?::text::${type}`, bindings: [String(values[0])] }
    : { sql: `unnest(?::text[])::${type}`, bindings: [textArray(values)] };
}
