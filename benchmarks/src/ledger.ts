import { ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { isHeadSigned, signHead } from 'backstage-plugin-gorgias-evidence';
import { ChainVerifier } from 'backstage-plugin-gorgias-evidence/verify';
import { Knex } from 'knex';
import { GorgiasDatabase } from '../../plugins/gorgias-backend/src/database';
import { atLeast, Benchmark } from './benchmark';
import { LedgerTask, PER_TRANSACTION } from './ledgerTask';
import { secondsOf } from './statistics';

const REPLICAS = 3;

/** How fast replicas fill the ledger together, of which the chain has to be whole. */
export const ledger: Benchmark = {
  name: 'ledger',
  async run({ quick, repetitions, openDatabase, note }) {
    const perReplica = quick ? 600 : 6_000;
    const total = REPLICAS * perReplica;
    const chaining: number[] = [];
    const inserting: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      note(`round ${round + 1}`);
      const knex = await openDatabase('PostgreSQL');
      const database = await GorgiasDatabase.create({
        getClient: async () => knex,
      });
      const { connection } = knex.client.config;
      const replicas = await Promise.all(
        Array.from({ length: REPLICAS }, (_, writer) =>
          startReplica({
            // Knex hides the password from whoever writes all of it.
            connection: { ...connection, password: connection.password },
            writer,
            entries: perReplica,
          }),
        ),
      );
      const seconds = await secondsOf(() =>
        Promise.all(replicas.map(writeToEnd)),
      );
      await requireUnbroken(database, total);
      chaining.push(total / seconds);
      inserting.push(total / (await insertAsMuch(knex)));
    }
    return [
      {
        what: 'entering and chaining',
        on: `${total} entries, ${REPLICAS} processes, PostgreSQL`,
        unit: '/s',
        values: chaining,
        baseline: {
          what: 'one process inserting the same without a chain',
          values: inserting,
        },
        mustReach: atLeast(200, '/s'),
      },
    ];
  },
};

/** Starts a process that waits to write, connected already. */
async function startReplica(task: LedgerTask): Promise<ChildProcess> {
  const replica = fork(require.resolve('./ledgerWriter.ts'));
  replica.send(task);
  await new Promise<void>((resolve, reject) => {
    // What compiles it on the way tells of files, too.
    replica.on('message', message => message === 'ready' && resolve());
    replica.once('exit', () =>
      reject(new Error('A process that was to write the ledger ended.')),
    );
  });
  return replica;
}

async function writeToEnd(replica: ChildProcess): Promise<void> {
  replica.send('go');
  const [code] = await once(replica, 'exit');
  if (code !== 0) {
    throw new Error('A process did not write the ledger to its end.');
  }
}

/** @throws Error when the ledger is not one chain of so many entries */
async function requireUnbroken(
  { stores }: GorgiasDatabase,
  total: number,
): Promise<void> {
  const { sequence, hash } = await stores.ledger.lockTip();
  const keys = generateKeyPairSync('ed25519');
  const head = signHead(
    { sequence, hash, signedAt: new Date().toISOString() },
    { keyId: 'benchmark', privateKey: keys.privateKey },
  );
  const verifier = new ChainVerifier([head], signed =>
    isHeadSigned(signed, [keys.publicKey]),
  );
  const entries = stores.ledger.read({ first: 1, last: total + 1 });
  let problem: ReturnType<ChainVerifier['end']>;
  for await (const entry of entries) {
    problem ??= verifier.add(entry);
  }
  problem ??= verifier.end();
  const pending = await stores.ledger.countPending();
  if (problem || sequence !== total || pending !== 0) {
    throw new Error(
      `The ledger has ${sequence} entries of ${total}, and ${pending} wait: ${JSON.stringify(
        problem,
      )}`,
    );
  }
}

/** What the database takes for the same rows in as many transactions, by one process and without a chain. */
async function insertAsMuch(knex: Knex): Promise<number> {
  const rows = await knex('ledger_entries')
    .select('id', 'at', 'kind', 'entity_ref', 'scope', 'body')
    .orderBy('sequence');
  await knex.raw(
    'create table ledger_copies (like ledger_pending including all)',
  );
  return secondsOf(async () => {
    for (let start = 0; start < rows.length; start += PER_TRANSACTION) {
      await knex.transaction(trx =>
        trx('ledger_copies').insert(rows.slice(start, start + PER_TRANSACTION)),
      );
    }
  });
}
