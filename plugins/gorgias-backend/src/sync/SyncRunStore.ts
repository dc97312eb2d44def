import { randomUUID } from 'node:crypto';
import {
  HeldDecision,
  MassChange,
  SyncOutcome,
  SyncRun,
  SyncTrigger,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { ask, Question } from '../questions';
import { OnChange } from '../signals/changes';

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
  retries: number;
  added: number | null;
  updated: number | null;
  gone: number | null;
  error: string | null;
  held_changes: string | null;
  decision: HeldDecision | null;
  decided_by: string | null;
  decided_at: string | null;
}

/** A sync run and whose it is. */
export interface StoredSyncRun extends SyncRun {
  connectionId: string;
}

/** The runs that say how the sync of a connection goes; each `undefined` when there is none. */
export interface NotableRuns {
  /** The one that is under way or waits to be. */
  current: StoredSyncRun | undefined;
  /** The one that ended last. */
  last: StoredSyncRun | undefined;
  /** The last whose facts are those of now. */
  complete: StoredSyncRun | undefined;
  /** The one that nobody has decided about. */
  held: StoredSyncRun | undefined;
}

const ENDED: SyncOutcome[] = ['complete', 'failed', 'held'];

/** The sync runs: those asked for, the one under way and the history. */
export class SyncRunStore {
  readonly #knex: Knex;
  readonly #onChange: OnChange;

  constructor(knex: Knex, onChange: OnChange) {
    this.#knex = knex;
    this.#onChange = onChange;
  }

  /** Asks for a run. One that is already asked for and has not started serves both. */
  async request(
    connectionId: string,
    trigger: SyncTrigger,
    at: string,
    requestedBy?: string,
  ): Promise<StoredSyncRun> {
    for (;;) {
      // Of several who ask at the same instant one makes it; an index sees to that.
      const [made] = await this.#table()
        .insert({
          id: randomUUID(),
          connection_id: connectionId,
          trigger,
          requested_by: requestedBy ?? null,
          requested_at: at,
          outcome: 'running',
          pages: 0,
          accounts: 0,
        })
        .onConflict()
        .ignore()
        .returning('*');
      const row =
        made ??
        (await this.#waiting().where({ connection_id: connectionId }).first());
      if (made) {
        this.#onChange({ connectionId });
      }
      if (row) {
        return fromRow(row);
      }
      // Another replica has started it in this very moment, and maybe even
      // ended it, so it may not see what it is asked for.
    }
  }

  async get(id: string): Promise<StoredSyncRun | undefined> {
    const row = await this.#table().where({ id }).first();
    return row && fromRow(row);
  }

  /** Whether any run waits to be started or has started and not ended. */
  async isAnyUnderWay(): Promise<boolean> {
    const row = await this.#table().where({ outcome: 'running' }).first('id');
    return row !== undefined;
  }

  /** The run asked for longest ago that has not started, started now. */
  async startNext(at: string): Promise<StoredSyncRun | undefined> {
    for (;;) {
      const next = await this.#waiting().orderBy('sequence').first();
      if (!next) {
        return undefined;
      }
      const started = await this.#waiting()
        .where({ id: next.id })
        .update({ started_at: at });
      if (started === 1) {
        this.#onChange({ connectionId: next.connection_id });
        return fromRow({ ...next, started_at: at });
      }
    }
  }

  /**
   * Notes how far a run has come. In a transaction this also keeps others
   * from giving it up until the transaction has ended.
   *
   * @returns whether the run is still under way; one that was given up is not
   */
  async progress(
    id: string,
    done: { pages: number; accounts: number; retries: number },
  ): Promise<boolean> {
    return this.#change(id, done);
  }

  async complete(
    id: string,
    at: string,
    changes: NonNullable<SyncRun['changes']>,
  ): Promise<void> {
    await this.#change(id, {
      outcome: 'complete',
      finished_at: at,
      ...changes,
    });
  }

  /** @returns whether it was still under way; one that has ended stays as it is */
  async fail(id: string, at: string, error: string): Promise<boolean> {
    return this.#change(id, { outcome: 'failed', finished_at: at, error });
  }

  /** Ends a run that found more than can be believed. */
  async hold(id: string, at: string, changes: MassChange[]): Promise<void> {
    await this.#change(id, {
      outcome: 'held',
      finished_at: at,
      held_changes: JSON.stringify(changes),
    });
  }

  /** The held run of a connection that nobody has decided about. */
  async findHeld(connectionId: string): Promise<StoredSyncRun | undefined> {
    const row = await this.#undecided(connectionId)
      .orderBy('sequence', 'desc')
      .first();
    return row && fromRow(row);
  }

  /**
   * Decides about a held run.
   *
   * @returns the run, `undefined` when there is none of this id that is still to be decided
   */
  async decide(
    connectionId: string,
    id: string,
    decision: { decision: HeldDecision; by: string; at: string },
  ): Promise<StoredSyncRun | undefined> {
    const decided = await this.#undecided(connectionId).where({ id }).update({
      decision: decision.decision,
      decided_by: decision.by,
      decided_at: decision.at,
    });
    const row = decided === 1 && (await this.#table().where({ id }).first());
    if (!row) {
      return undefined;
    }
    this.#onChange({ connectionId });
    return fromRow(row);
  }

  /** A later run says what is true now, so nobody has to decide about earlier ones. */
  async supersede(
    connectionId: string,
    byRunId: string,
    at: string,
  ): Promise<void> {
    await this.#undecided(connectionId)
      .whereNot({ id: byRunId })
      .update({ decision: 'superseded', decided_at: at });
  }

  /** What an admin has accepted and no complete run has taken over yet. */
  async listAccepted(connectionId: string): Promise<MassChange[]> {
    const complete = await this.#table()
      .where({ connection_id: connectionId, outcome: 'complete' })
      .max({ sequence: 'sequence' })
      .first();
    const rows = await this.#table()
      .where({ connection_id: connectionId, decision: 'accepted' })
      .where('sequence', '>', Number(complete?.sequence ?? 0));
    return rows.flatMap(row => fromRow(row).held?.changes ?? []);
  }

  /** Runs that started and never ended, since their backend did. */
  async listStarted(): Promise<StoredSyncRun[]> {
    const rows = await this.#table()
      .where({ outcome: 'running' })
      .whereNotNull('started_at');
    return rows.map(fromRow);
  }

  async findNotable(connectionId: string): Promise<NotableRuns> {
    return ask(this.notable(connectionId));
  }

  /** Asks what is told of a connection with every summary. */
  notable(connectionId: string): Question<NotableRuns> {
    const of = (outcome: SyncRun['outcome']) =>
      this.#table().where({ connection_id: connectionId, outcome });
    // Each by itself, so that an index finds it at once.
    const wanted = [
      of('running').min('sequence'),
      ...ENDED.map(outcome => of(outcome).max('sequence')),
      this.#undecided(connectionId).max('sequence'),
    ];
    return {
      query: this.#table()
        .whereRaw(`sequence in (${wanted.map(() => '?')})`, wanted)
        .orderBy('sequence', 'desc'),
      answer: (rows: SyncRunRow[]) => {
        const find = (is: (row: SyncRunRow) => boolean) => {
          const row = rows.find(is);
          return row && fromRow(row);
        };
        return {
          current: find(({ outcome }) => outcome === 'running'),
          last: find(({ outcome }) => outcome !== 'running'),
          complete: find(({ outcome }) => outcome === 'complete'),
          held: find(
            ({ outcome, decision }) => outcome === 'held' && !decision,
          ),
        };
      },
    };
  }

  /** The last run whose facts are those of now. */
  async findComplete(connectionId: string): Promise<StoredSyncRun | undefined> {
    const row = await this.#table()
      .where({ connection_id: connectionId, outcome: 'complete' })
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

  #waiting() {
    return this.#table().where({ outcome: 'running' }).whereNull('started_at');
  }

  /** Changes a run that is under way. @returns whether it still was */
  async #change(id: string, change: Partial<SyncRunRow>): Promise<boolean> {
    const [changed] = await this.#table()
      .where({ id, outcome: 'running' })
      .update(change)
      .returning('connection_id');
    if (!changed) {
      return false;
    }
    this.#onChange({ connectionId: changed.connection_id });
    return true;
  }

  #undecided(connectionId: string) {
    return this.#table()
      .where({ connection_id: connectionId, outcome: 'held' })
      .whereNull('decision');
  }

  #table() {
    return this.#knex<SyncRunRow>('sync_runs');
  }
}

/** A run as it goes over the wire. */
export function toSyncRun({ connectionId, ...run }: StoredSyncRun): SyncRun {
  return run;
}

/** A run as it is shown to somebody who may not see whom it is about: with how many, not who. */
export function withoutNames(run: SyncRun): SyncRun {
  return run.held
    ? {
        ...run,
        held: {
          ...run.held,
          changes: run.held.changes.map(change => ({
            ...change,
            gone: change.gone.map(() => ({ ref: '', name: null, email: null })),
          })),
        },
      }
    : run;
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
    retries: row.retries,
    ...(row.outcome === 'complete' && {
      changes: {
        added: row.added ?? 0,
        updated: row.updated ?? 0,
        gone: row.gone ?? 0,
      },
    }),
    ...(row.held_changes && {
      held: {
        changes: JSON.parse(row.held_changes),
        ...(row.decision && { decision: row.decision }),
        ...(row.decided_by && { decidedBy: row.decided_by }),
        ...(row.decided_at && { decidedAt: row.decided_at }),
      },
    }),
    ...(row.error && { error: row.error }),
  };
}
