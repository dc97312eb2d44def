import { IdentityChange } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { AssignmentStates, renameIn } from './IdentityAssignmentStore';

/** Assignments that were changed together, as they were and as they became. */
export interface StoredIdentityChange {
  /** UUID. */
  id: string;
  connectionId: string;
  before: AssignmentStates;
  after: AssignmentStates;
  changedBy: string;
  changedAt: string;
  undoneBy: string | null;
  undoneAt: string | null;
}

interface IdentityChangeRow {
  id: string;
  connection_id: string;
  before: string;
  after: string;
  changed_by: string;
  changed_at: string;
  undone_by: string | null;
  undone_at: string | null;
}

/** How assignments were changed, to be undone. */
export class IdentityChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(change: StoredIdentityChange): Promise<void> {
    await this.#table().insert({
      id: change.id,
      connection_id: change.connectionId,
      before: write(change.before),
      after: write(change.after),
      changed_by: change.changedBy,
      changed_at: change.changedAt,
      undone_by: change.undoneBy,
      undone_at: change.undoneAt,
    });
  }

  /** A change of the accounts of a connection. */
  async get(
    connectionId: string,
    id: string,
  ): Promise<StoredIdentityChange | undefined> {
    const row = await this.#table()
      .where({ id, connection_id: connectionId })
      .first();
    return (
      row && {
        id: row.id,
        connectionId: row.connection_id,
        before: read(row.before),
        after: read(row.after),
        changedBy: row.changed_by,
        changedAt: row.changed_at,
        undoneBy: row.undone_by,
        undoneAt: row.undone_at,
      }
    );
  }

  async markUndone(id: string, by: string, at: string): Promise<void> {
    await this.#table().where({ id }).update({ undone_by: by, undone_at: at });
  }

  /** Lets what can be undone go on to people whose entity refs were changed, by the refs they had. */
  async rename(renames: ReadonlyMap<string, string>): Promise<void> {
    const rows = await this.#table().whereNull('undone_at');
    for (const { id, ...row } of rows) {
      const before = write(renameAll(read(row.before), renames));
      const after = write(renameAll(read(row.after), renames));
      if (before !== row.before || after !== row.after) {
        await this.#table().where({ id }).update({ before, after });
      }
    }
  }

  #table() {
    return this.#knex<IdentityChangeRow>('identity_changes');
  }
}

/** A change as it may be shown. */
export function toIdentityChange(change: StoredIdentityChange): IdentityChange {
  return {
    id: change.id,
    changedAt: change.changedAt,
    changedBy: change.changedBy,
    accountIds: [...change.after.keys()],
    ...(change.undoneAt && { undoneAt: change.undoneAt }),
    ...(change.undoneBy && { undoneBy: change.undoneBy }),
  };
}

// As pairs: an object would put ids in another order.
function write(states: AssignmentStates): string {
  return JSON.stringify([...states]);
}

function read(text: string): AssignmentStates {
  return new Map(JSON.parse(text));
}

function renameAll(
  states: AssignmentStates,
  renames: ReadonlyMap<string, string>,
): AssignmentStates {
  return new Map(
    [...states].map(([id, state]) => {
      const renamed = state && renameIn(state.assignment, renames);
      return [id, renamed ? { ...state, assignment: renamed } : state];
    }),
  );
}
