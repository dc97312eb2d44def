import { Knex } from 'knex';

/** Keeps a statement, and what it needs of memory, bounded. */
const ROWS_AT_A_TIME = 2_000;

/**
 * Inserts many rows of one shape, or puts them in the place of those with
 * the same key.
 *
 * They are handed over as JSON, which the database takes apart: with a
 * placeholder for each value, writing and parsing the statement takes several
 * times as long as inserting. `npm run benchmark` measures it.
 *
 * @param key - the columns of a primary or unique key; without it, a row that
 * is there already is an error
 */
export async function insertMany<T extends object>(
  knex: Knex,
  table: string,
  rows: Iterable<T>,
  key?: ReadonlyArray<keyof T & string>,
): Promise<void> {
  let statement: string | undefined;
  const insert = async (some: T[]) => {
    if (!statement) {
      const columns = Object.keys(some[0]);
      const merge = key ? mergeClause(knex, columns, key) : '';
      statement = `${insertStatement(knex, table, columns)}${merge}`;
    }
    await knex.raw(statement, [toJson(some)]);
  };
  let some: T[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length === ROWS_AT_A_TIME) {
      await insert(some);
      some = [];
    }
  }
  if (some.length > 0) {
    await insert(some);
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

/** Runs something for some keys at a time, as many as a statement may have placeholders. */
export async function inBatches<T>(
  all: readonly T[],
  work: (some: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < all.length; start += ROWS_AT_A_TIME) {
    await work(all.slice(start, start + ROWS_AT_A_TIME));
  }
}

function insertStatement(knex: Knex, table: string, columns: string[]): string {
  const names = columns.map(column => quoted(knex, column)).join(', ');
  const into = `insert into ${quoted(knex, table)} (${names})`;
  if (isPostgres(knex)) {
    return `${into} select ${names} from json_populate_recordset(null::${quoted(
      knex,
      table,
    )}, ?)`;
  }
  const values = columns
    .map(column => `json_extract(value, '$.${column}')`)
    .join(', ');
  // Without a condition, SQLite takes "on conflict" for that of a join.
  return `${into} select ${values} from json_each(?) where true`;
}

function mergeClause(
  knex: Knex,
  columns: string[],
  key: readonly string[],
): string {
  const merged = columns
    .filter(column => !key.includes(column))
    .map(column => quoted(knex, column))
    .map(name => `${name} = excluded.${name}`);
  const on = key.map(column => quoted(knex, column)).join(', ');
  return ` on conflict (${on}) do update set ${merged.join(', ')}`;
}

/** Whether a database is not the embedded one. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

function quoted(knex: Knex, name: string): string {
  return knex.ref(name).toString();
}

/** PostgreSQL refuses halves of characters, which a driver would replace like this. */
function toJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return /\\ud[89a-f]/i.test(json)
    ? JSON.stringify(rows, (_, value) =>
        typeof value === 'string' ? Buffer.from(value).toString() : value,
      )
    : json;
}
