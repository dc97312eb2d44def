import knexFactory from 'knex';
import { chainPending } from '../../plugins/gorgias-backend/src/evidence/chainPending';
import { GorgiasDatabase } from '../../plugins/gorgias-backend/src/database';
import { LedgerTask, PER_TRANSACTION, verdictEvent } from './ledgerTask';

/** Transactions between two times that it chains; a replica does so every few seconds. */
const CHAIN_EVERY = 10;

/** One replica, in a process of its own: enters what happens, and chains it while others do the same. */
async function write({ connection, writer, entries }: LedgerTask) {
  const knex = knexFactory({ client: 'pg', connection });
  const database = await GorgiasDatabase.create({
    getClient: async () => knex,
    migrations: { skip: true },
  });
  await database.stores.ledger.countPending();
  process.send!('ready');
  await new Promise(resolve => process.once('message', resolve));
  for (let number = 0; number < entries; number += PER_TRANSACTION) {
    await database.transaction(({ ledger }) =>
      ledger.enter(
        Array.from({ length: PER_TRANSACTION }, (_, index) =>
          verdictEvent(writer, number + index),
        ),
      ),
    );
    if (number % (CHAIN_EVERY * PER_TRANSACTION) === 0) {
      await chainPending(database);
    }
  }
  await chainPending(database);
  await knex.destroy();
}

process.once('message', (task: LedgerTask) =>
  write(task).then(
    () => process.exit(0),
    error => {
      console.error(error);
      process.exit(1);
    },
  ),
);
