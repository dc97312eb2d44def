import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { ChainedEntry, NO_HASH } from 'backstage-plugin-gorgias-evidence';
import { verifyChain } from 'backstage-plugin-gorgias-evidence/verify';
import { generateKeyPairSync } from 'node:crypto';
import { Knex } from 'knex';
import { createTestClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { mortal } from '../__testUtils__/mortal';
import { GorgiasDatabase } from '../database';
import { chainPending } from './chainPending';
import { HeadSigner } from './HeadSigner';

const SYSTEM = 'resource:default/gorgias';
const keys = generateKeyPairSync('ed25519');

// SQLite is for one process only.
const sharedIds = databaseIds.filter(id => id !== 'SQLITE_3');

describe.each(sharedIds)('three replicas that write the ledger on %s', id => {
  let knex: Knex;
  let replicas: GorgiasDatabase[];

  beforeEach(async () => {
    knex = await databases.init(id);
    const connect = (client: Knex) =>
      GorgiasDatabase.create(
        mockServices.database.mock({ getClient: async () => client }),
      );
    await connect(knex);
    replicas = await Promise.all([1, 2, 3].map(() => connect(knex)));
  });

  const signer = (database: GorgiasDatabase) =>
    HeadSigner.create({
      database,
      key: { keyId: 'k1', privateKey: keys.privateKey },
      intervalSeconds: 3600,
      recipients: [],
      logger: mockServices.logger.mock(),
      tracing: tracingServiceMock.mock(),
      clock: createTestClock(),
    });
  const event = (writer: number, number: number) => ({
    at: new Date().toISOString(),
    kind: 'verdict',
    entityRef: SYSTEM,
    body: { writer, number, facts: { email: 'sam.rivers@acme.example' } },
  });

  async function entries(): Promise<ChainedEntry[]> {
    const all: ChainedEntry[] = [];
    for await (const entry of replicas[0].stores.ledger.read({
      first: 1,
      last: 1_000_000,
    })) {
      all.push(entry);
    }
    return all;
  }

  async function expectUnbroken(events: number) {
    const head = await (await signer(replicas[0])).sign();
    const all = await entries();
    expect(all).toHaveLength(events);
    expect(all[0]).toMatchObject({ sequence: 1, previousHash: NO_HASH });
    expect(verifyChain(all, [head], [keys.publicKey])).toBeUndefined();
    return all as any[];
  }

  it('leave one unbroken chain, however they are killed', async () => {
    const TURNS = 60;
    let killed = 0;
    const entered = [0, 0, 0];
    const write = async (writer: number) => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        // A process that dies somewhere in the middle of what it does.
        const { database, isDead } = mortal(
          replicas[writer],
          (turn * 7 + writer) % 9,
        );
        try {
          await database.transaction(async ({ ledger }) => {
            await ledger.enter([event(writer, entered[writer])]);
            await ledger.enter([event(writer, entered[writer] + 1)]);
          });
          entered[writer] += 2;
          await chainPending(database);
        } catch (error) {
          if (!isDead()) throw error;
          killed += 1;
        }
      }
    };
    await Promise.all([0, 1, 2].map(write));
    await chainPending(replicas[0]);

    expect(killed).toBeGreaterThan(TURNS / 2);
    const all = await expectUnbroken(entered[0] + entered[1] + entered[2]);
    // Both of what was done together or neither, and in the order it was done.
    for (const writer of [0, 1, 2]) {
      expect(
        all
          .filter(({ body }) => body.writer === writer)
          .map(({ body }) => body.number),
      ).toEqual([...Array(entered[writer]).keys()]);
    }
    expect(await knex('ledger_pending')).toEqual([]);
  });

  it('leave one unbroken chain when their connections are cut', async () => {
    const PER_WRITER = 80;
    let done = 0;
    const entered = new Set<string>();
    const write = async (writer: number) => {
      for (let number = 0; number < PER_WRITER; number += 1) {
        // Tried again as a task of the scheduler would be.
        for (let attempt = 0; attempt < 50; attempt += 1) {
          try {
            await replicas[writer].transaction(({ ledger }) =>
              ledger.enter([event(writer, number)]),
            );
            entered.add(`${writer}/${number}`);
            await chainPending(replicas[writer]);
            break;
          } catch {
            await new Promise(resolve => setTimeout(resolve, 5));
          }
        }
      }
      done += 1;
    };
    const cut = async () => {
      while (done < 3) {
        await knex
          .raw(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
          )
          .catch(() => undefined);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    await Promise.all([cut(), ...[0, 1, 2].map(write)]);
    await chainPending(replicas[0]);
    expect(entered.size).toBe(3 * PER_WRITER);
    const head = await (await signer(replicas[0])).sign();
    const all = await entries();
    // What was tried again may have been committed just before the cut.
    expect(all.length).toBeGreaterThanOrEqual(3 * PER_WRITER);
    expect(verifyChain(all, [head], [keys.publicKey])).toBeUndefined();
  });

  it('chain at least 200 entries a second', async () => {
    const PER_WRITER = 400;
    const begun = Date.now();
    await Promise.all(
      [0, 1, 2].map(async writer => {
        for (let number = 0; number < PER_WRITER; number += 4) {
          await replicas[writer].transaction(({ ledger }) =>
            ledger.enter([0, 1, 2, 3].map(n => event(writer, number + n))),
          );
          if (number % 40 === 0) {
            await chainPending(replicas[writer]);
          }
        }
        await chainPending(replicas[writer]);
      }),
    );
    const perSecond = (3 * PER_WRITER * 1000) / (Date.now() - begun);
    await expectUnbroken(3 * PER_WRITER);
    if (process.env.LEDGER_SPEED) {
      process.stdout.write(`${Math.round(perSecond)} entries a second\n`);
    }
    expect(perSecond).toBeGreaterThan(200);
  });
});
