import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';

/**
 * SQLite always, and PostgreSQL where the test run provides one, as
 * `npm test` does.
 */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

/** The databases to run integration tests on. */
export const databaseIds: TestDatabaseId[] = databases.eachSupportedId().flat();
