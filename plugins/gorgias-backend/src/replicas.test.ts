import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import {
  expectTruth,
  isLastSnapshot,
  judgeAnew,
} from './__testUtils__/replicaFacts';
import { Killer } from './__testUtils__/replicaKiller';
import { Phase } from './__testUtils__/replicaPhase';
import { ReplicaProcess } from './__testUtils__/replicaProcess';
import { Chance, changeSomebody } from './__testUtils__/replicaRandom';
import { ReplicaSet, TIMEOUT_SECONDS } from './__testUtils__/replicaSet';

const GORGIAS = 'resource:default/gorgias';
/** The account of the one who connects; everybody else comes, goes and changes. */
const IVY = '410200186';
const KILLS = Number(process.env.REPLICAS_KILLS ?? 50);
/** In which phases of a run replicas are to be killed. */
const TARGETS: readonly Phase[] = [
  'waiting',
  'before-pages',
  'between-pages',
  'writing',
  'judging',
];
/** More at once would be held. */
const MOST_DELETED = 3;

describe('a replica', () => {
  it('ends when the process that started it does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-replica-'));
    const replica = new ReplicaProcess('alone', folder);
    await replica.load();
    await replica.abandon();
    expect(replica.isAlive).toBe(false);
    await rm(folder, { recursive: true });
  }, 120_000);
});

// SQLite is for one process only.
const sharedIds = databaseIds.filter(id => id !== 'SQLITE_3');
sharedIds.forEach(id => {
  describe(`three replicas on ${id}`, () => {
    let knex: Knex;
    let set: ReplicaSet;

    beforeAll(async () => {
      knex = await databases.init(id);
      set = await ReplicaSet.start(knex, 3);
      await set.control('PATCH', '/behaviour', { maxPageSize: 5 });
      await set.control('POST', '/faults', { latencyMilliseconds: 15 });
    }, 180_000);
    afterEach(() => set?.gate.open());
    afterAll(() => set?.stop());

    const runs = () => knex('sync_runs').orderBy('sequence');
    const connection = () => knex('connections').first();

    /** Waits until no run is under way or asked for. */
    async function idle() {
      while (
        (await knex('sync_runs').where({ outcome: 'running' })).length > 0
      ) {
        await delay(10);
      }
    }

    /** Waits until nobody looks at the event log. */
    async function notPolling() {
      while (set.replicas.some(({ tasks }) => tasks.has('poll-events'))) {
        await delay(10);
      }
    }

    /** Waits until somebody waits for a lock to write to a table. */
    async function blockedAt(table: string) {
      const waiting = async () =>
        knex('pg_stat_activity')
          .whereRaw('datname = current_database()')
          .where({ wait_event_type: 'Lock' })
          .whereLike('query', `%"${table}"%`);
      while ((await waiting()).length === 0) {
        await delay(5);
      }
    }

    async function connected() {
      if ((await connection())?.state !== 'connected') {
        await set.connect();
      }
      await idle();
    }

    async function truth() {
      await expectTruth(knex, GORGIAS, (await set.control('GET', '')).users);
    }

    /** All that a run writes, but the runs themselves. */
    async function everything() {
      const tables = [
        'accounts',
        'verdicts',
        'connections',
        'staff_members',
        'identity_links',
        'access_settings',
      ];
      const all = tables.map(async table => [
        table,
        (await knex(table)).map(row => JSON.stringify(row)).sort(),
      ]);
      return Object.fromEntries(await Promise.all(all));
    }

    /** Has a replica in the middle of a run, and another in the middle of looking at the event log. */
    async function readAtTwoReplicas() {
      for (;;) {
        const inRun = set.gate.hold('GET /api/users');
        await set.of(set.replicas[0]).syncNow(GORGIAS);
        await inRun;
        const inLog = set.gate.hold('GET /api/events');
        await set.trigger('poll-events');
        await inLog;
        const doesBoth = set.replicas.some(
          ({ tasks }) => tasks.has('sync') && tasks.has('poll-events'),
        );
        if (!doesBoth) {
          return;
        }
        set.gate.open();
        await idle();
        await notPolling();
      }
    }

    /** Changes the access rule at all replicas at once, sooner or later in a run. */
    async function putRules(round: number, revision: number) {
      await delay(round * 40);
      return Promise.allSettled(
        set.replicas.map((replica, index) =>
          set.of(replica).putAccessRule(GORGIAS, {
            revision,
            spec:
              (round + index) % 2 === 0
                ? { type: 'all-staff' }
                : { type: 'org-roles', orgRoles: ['group:default/support'] },
          }),
        ),
      );
    }

    it('connect an entity once', async () => {
      const attempts = await Promise.all(
        set.replicas.map(replica => set.beginToConnect(replica)),
      );
      // Each comes back twice at the same instant, at two replicas.
      const pages = await Promise.all(
        attempts.map((attempt, index) =>
          Promise.all(
            [1, 2].map(async shift => {
              const at = set.replicas[(index + shift) % 3];
              return (await set.comeBack(at, attempt)).status;
            }),
          ),
        ),
      );
      expect(pages.map(pair => pair.sort())).toEqual([
        [200, 400],
        [200, 400],
        [200, 400],
      ]);
      expect(await knex('connect_sessions').pluck('status')).toEqual([
        'succeeded',
        'succeeded',
        'succeeded',
      ]);
      // Each grant counts, so that none is taken for the one before.
      expect(
        await knex('connections').select('state', 'token_version'),
      ).toEqual([{ state: 'connected', token_version: 3 }]);
      await idle();
      expect((await runs()).map(run => run.outcome)).not.toContain('failed');
      await truth();
    }, 60_000);

    it('do one run for all who ask while another is under way', async () => {
      await connected();
      await set.control('DELETE', '/requests');
      const held = set.gate.hold('GET /api/account/settings');
      const first = await set.of(set.replicas[0]).syncNow(GORGIAS);
      await held;
      const asked = await Promise.all(
        [...set.replicas, ...set.replicas].map(replica =>
          set.of(replica).syncNow(GORGIAS),
        ),
      );
      set.gate.open();
      await idle();

      const ids = [...new Set(asked.map(({ run }) => run.id))];
      expect(ids).toHaveLength(1);
      expect(ids).not.toContain(first.run.id);
      // Of 23 users there are five pages.
      expect((await set.control('GET', '/requests')).byEndpoint).toMatchObject({
        'GET /api/account/settings': 2,
        'GET /api/users': 10,
      });
      await truth();
    }, 60_000);

    it.each([false, true])(
      'renew a lapsed token together and keep the connection, with refresh tokens that rotate: %s',
      async rotatesRefreshTokens => {
        await connected();
        await set.control('PATCH', '/behaviour', { rotatesRefreshTokens });
        for (let round = 0; round < 5; round += 1) {
          await readAtTwoReplicas();
          const renewed = set.gate.hold('POST /oauth/token', 2);
          await set.control('POST', '/expire-tokens');
          const { token_version: before } = await connection();
          set.gate.open('GET /api/users', 'GET /api/events');
          await renewed;
          set.gate.open();
          await idle();
          await notPolling();

          expect(await connection()).toMatchObject({
            state: 'connected',
            token_version: before + 1,
          });
          expect((await runs()).pop()).toMatchObject({
            outcome: 'complete',
            error: null,
          });
        }
        await set.control('PATCH', '/behaviour', {
          rotatesRefreshTokens: false,
        });
        await truth();
      },
      120_000,
    );

    it('write nothing after a disconnect while one of them reads', async () => {
      await connected();
      const held = set.gate.hold('GET /api/users');
      await set.of(set.replicas[0]).syncNow(GORGIAS);
      await held;
      await changeSomebody(set, new Chance(1), true);
      await set.of(set.replicas[1]).disconnect(GORGIAS);
      const after = await everything();
      set.gate.open();
      await idle();
      expect(await everything()).toEqual(after);
      expect(await connection()).toMatchObject({
        state: 'disconnected',
        access_token: null,
        refresh_token: null,
      });
      expect((await runs()).pop()).toMatchObject({ outcome: 'failed' });
    }, 60_000);

    it('write nothing after a disconnect while one of them writes', async () => {
      await connected();
      // Whoever writes accounts waits for this, in the middle of its transaction.
      const lock = await knex.transaction();
      await lock.raw('lock table accounts in share row exclusive mode');
      const { run } = await set.of(set.replicas[0]).syncNow(GORGIAS);
      await blockedAt('accounts');
      const disconnecting = set.of(set.replicas[1]).disconnect(GORGIAS);
      await Promise.race([disconnecting, blockedAt('connections')]);
      const inBetween = await knex('sync_runs').where({ id: run.id }).first();
      await lock.rollback();
      await disconnecting;
      const after = await everything();
      await idle();
      expect(inBetween).toMatchObject({ outcome: 'running' });
      expect(await everything()).toEqual(after);
      expect(await connection()).toMatchObject({
        state: 'disconnected',
        access_token: null,
        refresh_token: null,
      });
    }, 60_000);

    it('end a grant also when one renews it while another disconnects', async () => {
      await connected();
      await set.control('PATCH', '/behaviour', { rotatesRefreshTokens: true });
      const ending = set.gate.hold('POST /oauth/revoke');
      const disconnecting = set.of(set.replicas[0]).disconnect(GORGIAS);
      await ending;
      await set.control('POST', '/expire-tokens');
      await set.of(set.replicas[1]).syncNow(GORGIAS);
      await idle();
      set.gate.open();
      await disconnecting;
      await set.control('PATCH', '/behaviour', { rotatesRefreshTokens: false });
      expect(await connection()).toMatchObject({
        state: 'disconnected',
        access_token: null,
        refresh_token: null,
      });
      const { grants } = await set.control('GET', '');
      expect(grants.pop()).toMatchObject({ revoked: true });
    }, 60_000);

    it('judge by the last access rule, whoever set it while another wrote', async () => {
      await connected();
      await Promise.all(
        set.replicas.map(replica => set.of(replica).addCriticalSystem(GORGIAS)),
      );
      expect(await knex('critical_systems')).toHaveLength(1);
      for (let round = 0; round < 10; round += 1) {
        await set.of(set.replicas[0]).syncNow(GORGIAS);
        const { accessRule } = await set
          .of(set.replicas[1])
          .getAccessRule(GORGIAS);
        const puts = await putRules(round, accessRule?.revision ?? 0);
        // Of three who change the same revision one may.
        expect(puts.map(({ status }) => status).sort()).toEqual([
          'fulfilled',
          'rejected',
          'rejected',
        ]);
        await idle();
        const { kept, anew } = await judgeAnew(knex, GORGIAS);
        expect(kept).toEqual(anew);
      }
      await truth();
    }, 120_000);

    it('leave alone what another did while one was frozen', async () => {
      await connected();
      const held = set.gate.hold('GET /api/users');
      await set.of(set.replicas[0]).syncNow(GORGIAS);
      await held;
      const frozen = set.replicas.find(({ tasks }) => tasks.has('sync'))!;
      frozen.freeze();
      set.gate.open();
      await changeSomebody(set, new Chance(2), true);
      // The scheduler takes it for dead, and another does the run again.
      await delay(TIMEOUT_SECONDS * 1000);
      const fourth = await set.add();
      await idle();
      await truth();
      const after = await everything();
      frozen.thaw();
      while (frozen.tasks.has('sync')) {
        await delay(10);
      }
      expect(await everything()).toEqual(after);
      expect((await runs()).slice(-2).map(run => run.outcome)).toEqual([
        'failed',
        'complete',
      ]);
      await set.remove(fourth);
    }, 120_000);

    it('take over what a killed one has begun, wherever it was killed', async () => {
      await connected();
      const seed = Number(process.env.REPLICAS_SEED ?? Date.now() % 2 ** 31);
      const chance = new Chance(seed);
      const killer = new Killer(set, chance);
      const ivyIdentified = () =>
        knex('verdicts')
          .where({ check_id: 'user-identified', account_id: IVY })
          .first();
      const { since } = await ivyIdentified();
      const starting: Array<Promise<void>> = [];
      const torn: object[] = [];
      const lost: object[] = [];
      let deletable = MOST_DELETED;
      let changedAt = '';
      let known: string[] = [];

      /** Waits for a complete run that began after the last change, and compares. */
      const verify = async () => {
        for (;;) {
          await idle();
          const last = (await runs()).pop();
          if (last.outcome === 'complete' && last.started_at > changedAt) {
            break;
          }
          await set.of(chance.oneOf(set.ready)).syncNow(GORGIAS);
        }
        await truth();
        const before = known;
        known = await knex('accounts').pluck('account_id');
        expect(known).toEqual(expect.arrayContaining(before));
        deletable = MOST_DELETED;
      };

      const kill = async (phase: Phase) => {
        const killed = await killer.killIn(phase);
        if (killed.interruptedAt && !(await isLastSnapshot(knex))) {
          torn.push(killed);
        }
        for (let change = 0; change < 2; change += 1) {
          if (await changeSomebody(set, chance, deletable > 0)) {
            deletable -= 1;
          }
        }
        changedAt = new Date().toISOString();
        starting.push(killer.start(killed.successor));
        // Where the scheduler waits for nobody, the others can be killed meanwhile.
        if (killed.isLocked || set.ready.length < 2) {
          await Promise.all(starting.splice(0));
        }
        // Else the run that takes over is killed too.
        if (chance.next() < 0.5) {
          // Nobody asks again: what was interrupted is done again by itself.
          await idle();
          const { started_at: startedAt } = (await runs()).pop();
          if (startedAt <= (killed.interruptedAt ?? '')) {
            lost.push(killed);
          }
          await verify();
        }
      };

      const phases = Array.from(
        { length: KILLS },
        (_, index) => TARGETS[index % TARGETS.length],
      );
      try {
        for (const phase of chance.shuffle(phases)) {
          await kill(phase);
        }
        await Promise.all(starting);
        await verify();
      } finally {
        console.info(
          `Killed with REPLICAS_SEED=${seed} in ${JSON.stringify(
            killer.hits,
          )}, between pages after ${killer.pages.sort()}`,
        );
      }

      expect(torn).toEqual([]);
      expect(lost).toEqual([]);
      expect(TARGETS.filter(phase => killer.hits[phase] === 0)).toEqual([]);
      // It has not changed, so it holds since then.
      expect(await ivyIdentified()).toMatchObject({ status: 'passing', since });
      const all = await runs();
      expect([...new Set(all.map(run => run.outcome))].sort()).toEqual([
        'complete',
        'failed',
      ]);
      const complete = all.filter(run => run.outcome === 'complete');
      const overlaps = complete.filter(
        (run, index) =>
          index > 0 && run.started_at < complete[index - 1].finished_at,
      );
      expect(overlaps).toEqual([]);
    }, 900_000);

    it('never wait for each other in a circle', async () => {
      await set.stop();
      // What PostgreSQL counts shows a moment after its clients have gone.
      await delay(1_000);
      const [{ deadlocks }] = await knex('pg_stat_database').whereRaw(
        'datname = current_database()',
      );
      expect(Number(deadlocks)).toBe(0);
      expect(set.logs.filter(line => /deadlock/i.test(line))).toEqual([]);
    }, 60_000);
  });
});
