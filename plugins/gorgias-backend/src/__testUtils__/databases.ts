import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { MigratedPostgres } from './MigratedPostgres';

const POSTGRES = 'POSTGRES_18';

const provided = TestDatabases.create({ ids: ['SQLITE_3', POSTGRES] });

/**
 * The databases to run integration tests on: SQLite always, and PostgreSQL
 * where the test run provides one, as `npm test` does.
 */
export const databaseIds: TestDatabaseId[] = provided.eachSupportedId().flat();

const postgresUrl =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
const postgres = postgresUrl ? new MigratedPostgres(postgresUrl) : undefined;
afterAll(() => postgres?.shutdown(), 60_000);

/** Databases for tests, each for itself: PostgreSQL with the plugin's tables, SQLite empty. */
export const databases = {
  async init(id: TestDatabaseId): Promise<Knex> {
    return id === POSTGRES && postgres ? postgres.init() : provided.init(id);
  },
};
