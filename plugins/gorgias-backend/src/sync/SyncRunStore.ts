import { randomUUID } from 'node:crypto';
import { SyncRun, SyncTrigger } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

interface SyncRunRow {
  sequence?: number;
  id: string;
  connection_id: string;
  trigger: SyncTrigger;
  requested_by: string | null;
  requested_at: string;
  started_at: string | null;
  finished_at: string | null;
  outcome: SyncRun['outcome'];
  pages: number;
  accounts: number;
  added: number | null;
  updated: number | null;
  gone: number | null;
  error: string | null;
}

/** A sync run and whose it is. */
export interface StoredSyncRun extends SyncRun {
  connectionId: string;
}

/** The sync runs: those asked for, the one under way and the history. */
export class SyncRunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Asks for a run. One that is already asked for and has not started serves both. */
  async request(
    connectionId: string,
    trigger: SyncTrigger,
    at: string,
    requestedBy?: string,
  ): Promise<StoredSyncRun> {
    const waiting = await this.#table()
      .where({ connection_id: connectionId, outcome: 'running' })
      .whereNull('started_at')
      .first();
    if (waiting) {
      return fromRow(waiting);
    }
    const row: SyncRunRow = {
      id: randomUUID(),
      connection_id: connectionId,
      trigger,
      requested_by: requestedBy ?? null,
      requested_at: at,
      started_at: null,
      finished_at: null,
      outcome: 'running',
      pages: 0,
      accounts: 0,
      added: null,
      updated: null,
      gone: null,
      error: null,
    };
    await this.#table().insert(row);
    return fromRow(row);
  }

  /** The run asked for longest ago that has not started, started now. */
  async startNext(at: string): Promise<StoredSyncRun | undefined> {
    const next = await this.#table()
      .where({ outcome: 'running' })
      .whereNull('started_at')
      .orderBy('sequence')
      .first();
    if (!next) {
      return undefined;
    }
    await this.#table().where({ id: next.id }).update({ started_at: at });
    return fromRow({ ...next, started_at: at });
  }

  /** Whether a run is still the one to write its result; one that was given up is not. */
  async isUnderWay(id: string): Promise<boolean> {
    const row = await this.#table().where({ id, outcome: 'running' }).first();
    return row !== undefined;
  }

  async progress(id: string, pages: number, accounts: number): Promise<void> {
    await this.#table()
      .where({ id, outcome: 'running' })
      .update({ pages, accounts });
  }

  async complete(
    id: string,
    at: string,
    changes: NonNullable<SyncRun['changes']>,
  ): Promise<void> {
    await this.#table()
      .where({ id, outcome: 'running' })
      .update({ outcome: 'complete', finished_at: at, ...changes });
  }

  async fail(id: string, at: string, error: string): Promise<void> {
    await this.#table()
      .where({ id, outcome: 'running' })
      .update({ outcome: 'failed', finished_at: at, error });
  }

  /** Runs that started and never ended, since their backend did. */
  async listStarted(): Promise<StoredSyncRun[]> {
    const rows = await this.#table()
      .where({ outcome: 'running' })
      .whereNotNull('started_at');
    return rows.map(fromRow);
  }

  /** The run of a connection that is under way or waits to be. */
  async findCurrent(connectionId: string): Promise<StoredSyncRun | undefined> {
    const row = await this.#table()
      .where({ connection_id: connectionId, outcome: 'running' })
      .orderBy('sequence')
      .first();
    return row && fromRow(row);
  }

  /** The run that ended last. */
  async findLast(
    connectionId: string,
    outcome?: 'complete',
  ): Promise<StoredSyncRun | undefined> {
    const row = await this.#table()
      .where({ connection_id: connectionId })
      .whereIn('outcome', outcome ? [outcome] : ['complete', 'failed'])
      .orderBy('sequence', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** A part of the history, newest first. */
  async list(
    connectionId: string,
    page: { offset: number; limit: number },
  ): Promise<{ runs: SyncRun[]; total: number }> {
    const [{ total }] = await this.#table()
      .where({ connection_id: connectionId })
      .count({ total: '*' });
    const rows = await this.#table()
      .where({ connection_id: connectionId })
      .orderBy('sequence', 'desc')
      .offset(page.offset)
      .limit(page.limit);
    return {
      runs: rows.map(row => toSyncRun(fromRow(row))),
      total: Number(total),
    };
  }

  #table() {
    return this.#knex<SyncRunRow>('sync_runs');
  }
}

/** A run as it goes over the wire. */
export function toSyncRun({ connectionId, ...run }: StoredSyncRun): SyncRun {
  return run;
}

function fromRow(row: SyncRunRow): StoredSyncRun {
  return {
    id: row.id,
    connectionId: row.connection_id,
    trigger: row.trigger,
    ...(row.requested_by && { requestedBy: row.requested_by }),
    startedAt: row.started_at ?? row.requested_at,
    ...(row.finished_at && { finishedAt: row.finished_at }),
    outcome: row.outcome,
    pages: row.pages,
    accounts: row.accounts,
    ...(row.outcome === 'complete' && {
      changes: {
        added: row.added ?? 0,
        updated: row.updated ?? 0,
        gone: row.gone ?? 0,
      },
    }),
    ...(row.error && { error: row.error }),
  };
}
