import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { ReplicaProcess } from './replicaProcess';

/** How far a sync run has come, in order. */
export const PHASES = [
  /** It was asked for, and nobody has started it. */
  'waiting',
  /** It has started and read no page yet. */
  'before-pages',
  /** It has read some pages and writes nothing yet. */
  'between-pages',
  /** It is in its transaction, and writes what was read. */
  'writing',
  /** It is in its transaction, and judges. */
  'judging',
  /** It has ended; the scheduler is not told yet. */
  'ended',
] as const;

/** One of them. */
export type Phase = (typeof PHASES)[number];

/** How far the sync run has come that a replica does, or is the next to be done. */
export async function phaseOf(
  knex: Knex,
  replica: ReplicaProcess,
): Promise<{ phase: Phase; pages: number }> {
  const written = await writtenTables(knex, replica);
  const run = await knex('sync_runs')
    .where({ outcome: 'running' })
    .orderBy('sequence')
    .first();
  const pages = run?.pages ?? 0;
  if (written.includes('evaluations')) {
    return { phase: 'judging', pages };
  }
  if (written.includes('sync_runs')) {
    return { phase: 'writing', pages };
  }
  if (!run) {
    return { phase: 'ended', pages };
  }
  if (!run.started_at) {
    return { phase: 'waiting', pages };
  }
  return { phase: pages > 0 ? 'between-pages' : 'before-pages', pages };
}

/** The tables to which a replica has written in the transaction that it is in. */
async function writtenTables(
  knex: Knex,
  replica: ReplicaProcess,
): Promise<string[]> {
  const { rows } = await knex.raw(
    `select distinct c.relname as name
       from pg_locks l
       join pg_stat_activity a using (pid)
       join pg_class c on c.oid = l.relation
      where a.application_name = ? and a.datname = current_database()
        and (a.state = 'idle in transaction' or a.wait_event_type = 'Lock')
        and l.granted and l.mode = 'RowExclusiveLock'`,
    [replica.name],
  );
  return rows.map(({ name }: { name: string }) => name);
}

/** Waits until PostgreSQL has done what a frozen replica had sent it. */
export async function settled(
  knex: Knex,
  replica: ReplicaProcess,
): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      `select 1 from pg_stat_activity
        where application_name = ? and datname = current_database()
          and state = 'active' and wait_event_type is distinct from 'Lock'`,
      [replica.name],
    );
    if (rows.length === 0) {
      return;
    }
    await delay(2);
  }
}
