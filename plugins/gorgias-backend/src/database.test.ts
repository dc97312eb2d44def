import { mockServices } from '@backstage/backend-test-utils';
import { SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import { pairVerdicts } from './checks/verdictPairs';
import { GorgiasDatabase, Stores } from './database';

const ONE = 'resource:default/one';
const TWO = 'resource:default/two';
const NOW = '2026-11-24T09:00:00.000Z';

describe.each(databaseIds)('what the database tells on %s', id => {
  const listener = jest.fn();
  let knex: Knex;
  let database: GorgiasDatabase;

  beforeEach(async () => {
    listener.mockReset();
    knex = await databases.init(id);
    database = await GorgiasDatabase.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    database.tell(listener);
  });

  const judge = async ({ evaluations }: Stores, entityRef: string) => {
    await evaluations.begin(entityRef, NOW);
    await evaluations.end(
      entityRef,
      { connectionId: null, contradictions: [], counts: null },
      { at: NOW, changesAt: null, ground: null },
    );
  };

  it('comes at once without a transaction', async () => {
    await database.stores.syncRuns.request('c-1', 'manual', NOW);
    expect(listener.mock.calls).toEqual([[{ connectionId: 'c-1' }]]);
    // The run that is asked for serves both.
    await database.stores.syncRuns.request('c-1', 'manual', NOW);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('comes after the commit, once for all that changed in a system', async () => {
    await database.transaction(async stores => {
      await judge(stores, ONE);
      await judge(stores, TWO);
      await judge(stores, ONE);
      await stores.syncRuns.request('c-1', 'manual', NOW);
      expect(listener).not.toHaveBeenCalled();
    });
    expect(listener.mock.calls).toEqual([
      [{ entityRef: ONE }],
      [{ entityRef: TWO }],
      [{ connectionId: 'c-1' }],
    ]);
  });

  it('comes of each change of a verdict, in order', async () => {
    const judged = (status: VerdictStatus): SystemVerdict[] => [
      {
        accountId: '1',
        verdict: {
          checkId: 'mfa-enabled',
          status,
          ground: 'As it is',
          facts: {},
          since: NOW,
        },
      },
    ];
    const failing = judged('failing');
    const passing = judged('passing');
    await database.transaction(async ({ verdicts }) => {
      await verdicts.write(ONE, [...pairVerdicts([], failing)], NOW);
      await verdicts.write(ONE, [...pairVerdicts(failing, passing)], NOW);
      await verdicts.write(ONE, [...pairVerdicts(passing, failing)], NOW);
      await verdicts.write(ONE, [...pairVerdicts(failing, passing)], NOW);
      await verdicts.write(ONE, [...pairVerdicts(passing, passing)], NOW);
      await verdicts.write(ONE, [...pairVerdicts(passing, [])], NOW);
      expect(listener).not.toHaveBeenCalled();
    });
    const told = listener.mock.calls.flatMap(([{ verdicts }]) => verdicts);
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [null, 'failing'],
      ['failing', 'passing'],
      ['passing', 'failing'],
      ['failing', 'passing'],
      ['passing', null],
    ]);
  });

  it('does not come of what was rolled back, or only looked at', async () => {
    await expect(
      database.transaction(async stores => {
        await judge(stores, ONE);
        throw new Error('No');
      }),
    ).rejects.toThrow('No');
    await database.transaction(({ evaluations }) => evaluations.get(ONE));
    expect(listener).not.toHaveBeenCalled();
  });

  it('does not come of a run that has ended already', async () => {
    const { syncRuns } = database.stores;
    await syncRuns.request('c-1', 'manual', NOW);
    const run = (await syncRuns.startNext(NOW))!;
    await syncRuns.progress(run.id, { pages: 1, accounts: 2, retries: 0 });
    expect(await syncRuns.fail(run.id, NOW, 'Too bad')).toBe(true);
    expect(listener).toHaveBeenCalledTimes(4);
    expect(await syncRuns.fail(run.id, NOW, 'Again')).toBe(false);
    expect(listener).toHaveBeenCalledTimes(4);
  });

  it('is read as of one instant, whatever is committed meanwhile', async () => {
    const { syncRuns } = database.stores;
    let request: Promise<unknown>;
    const find = async (stores: Stores) =>
      (await stores.syncRuns.findNotable('c-1')).current;
    await database.read(async stores => {
      expect(await find(stores)).toBeUndefined();
      request = syncRuns.request('c-1', 'manual', NOW);
      if (id !== 'SQLITE_3') {
        // SQLite has it wait until this has ended.
        await request;
      }
      expect(await find(stores)).toBeUndefined();
    });
    await request!;
    expect(await database.read(find)).toBeDefined();
  });

  it('answers several questions as of one instant, in one statement where that is another process', async () => {
    const asked: string[] = [];
    const hear = ({ sql }: { sql: string }) => asked.push(sql);
    knex.on('query', hear);
    const answers = await database.ask(({ connections, syncRuns }) => ({
      connection: connections.ofEntity('resource:default/gorgias'),
      runs: syncRuns.notable('c-1'),
    }));
    knex.removeListener('query', hear);
    expect(answers.connection).toBeUndefined();
    expect(answers.runs.current).toBeUndefined();
    const statements =
      id === 'SQLITE_3'
        ? [/^BEGIN;$/, /connections/, /sync_runs/, /^COMMIT;$/]
        : [/connections.*sync_runs/s];
    expect(asked.map((sql, at) => statements[at]?.test(sql))).toEqual(
      statements.map(() => true),
    );
  });
});
