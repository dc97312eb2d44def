import { endFaults } from './faults';
import { ADMIN, GORGIAS, SoakWorld } from './SoakWorld';

const WITHIN_MILLISECONDS = 300_000;

/** Lets nothing go wrong any more, and waits until all that was to be done is done. */
export async function settle(world: SoakWorld): Promise<void> {
  const { emulator, fleet, knex } = world;
  await endFaults(emulator);
  await world.waitUntil(
    'all replicas are there',
    async () => {
      await fleet.revive();
      return fleet.ready.length === 3;
    },
    WITHIN_MILLISECONDS,
  );
  fleet.tellAll({ type: 'clock', aheadMilliseconds: 0 });
  await world.waitUntil(
    'Gorgias is connected and a critical system',
    async () => {
      const system = await world.admin.getSystem(GORGIAS);
      if (!system.critical) {
        await world.admin.addCriticalSystem(GORGIAS);
      }
      const { connection } = system;
      if (connection?.state !== 'connected' || connection.warning) {
        await world.connect(ADMIN, fleet.ready[0]);
        return false;
      }
      return true;
    },
    WITHIN_MILLISECONDS,
  );
  await completeOneSync(world);
  await world.waitUntil(
    'all tokens are encrypted by the newest key',
    async () => {
      await world.trigger('reencrypt-tokens');
      return (await world.tokensByOtherKeys()).length === 0;
    },
    WITHIN_MILLISECONDS,
  );
  await world.waitUntil(
    'the ledger is chained and its end signed',
    async () => {
      const pending = await knex('ledger_pending');
      const tip = await knex('ledger_tip').first();
      const head = await knex('ledger_heads').orderBy('number', 'desc').first();
      return pending.length === 0 && head?.sequence === tip.sequence;
    },
    WITHIN_MILLISECONDS,
  );
}

/** As an admin does who accepts what is held. */
async function completeOneSync(world: SoakWorld): Promise<void> {
  const { knex, admin } = world;
  const last = await knex('sync_runs').max({ sequence: 'sequence' }).first();
  let asked = '';
  await world.waitUntil(
    'a sync completes',
    async () => {
      const { sync } = await admin.getSystem(GORGIAS);
      if (sync.held) {
        await admin.acceptHeldRun(GORGIAS, sync.held.id);
        world.decisions.push({ what: 'held-run', by: ADMIN });
        return false;
      }
      const run = await knex('sync_runs').where({ id: asked }).first();
      if (run?.outcome === 'complete') {
        return run.sequence > Number(last?.sequence ?? 0);
      }
      if (run?.outcome !== 'running') {
        asked = (await admin.syncNow(GORGIAS)).run.id;
      }
      return false;
    },
    WITHIN_MILLISECONDS,
  );
  // Whoever asked meanwhile gets a run too; after these, nothing changes any more.
  await world.waitUntil('no run is under way', async () => {
    const running = await knex('sync_runs').where({ outcome: 'running' });
    return running.length === 0;
  });
}
