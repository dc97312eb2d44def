import { chainPending } from '../../plugins/gorgias-backend/src/evidence/chainPending';
import { beChild } from './child';
import { connectTo, DatabaseAddress } from './databases';
import { ofSize } from './organisation';
import { ENTITY, System } from './system';

/** What is to be prepared, and where. */
export interface PrepareOptions {
  database: DatabaseAddress;
  accounts: number;
}

// As a moment after the first complete sync run: everybody was judged once, and
// the ledger is chained.
beChild<PrepareOptions>(async ({ database, accounts }) => {
  const knex = connectTo(database);
  const system = await System.create(knex, ofSize(accounts));
  const { connections, syncRuns } = system.database.stores;
  const connection = await connections.findByEntity(ENTITY);
  const { id } = await syncRuns.request(
    connection!.id,
    'manual',
    system.later(),
  );
  await syncRuns.startNext(system.later());
  await syncRuns.complete(id, system.later(), {
    added: accounts,
    updated: 0,
    gone: 0,
  });
  await system.evaluate();
  await chainPending(system.database, new AbortController().signal);
  // Else the database would tidy up and write to disk by itself, while something is measured.
  const tidyUp = {
    SQLite: ['analyze'],
    PostgreSQL: ['vacuum analyze', 'checkpoint'],
  };
  for (const statement of tidyUp[database.engine]) await knex.raw(statement);
  await knex.destroy();
  return { now: system.later() };
});
