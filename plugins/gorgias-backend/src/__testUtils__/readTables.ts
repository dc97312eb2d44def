import { Knex } from 'knex';
import { isPostgres } from '../manyRows';

/** Everything there is in a database, the rows of each table by its name. */
export async function readTables(knex: Knex): Promise<Map<string, object[]>> {
  const names: string[] = await (isPostgres(knex)
    ? knex('information_schema.tables')
        .where({ table_schema: 'public' })
        .pluck('table_name')
    : knex('sqlite_master').where({ type: 'table' }).pluck('name'));
  const tables = new Map<string, object[]>();
  for (const name of names.sort()) {
    tables.set(name, await knex(name).select());
  }
  return tables;
}
