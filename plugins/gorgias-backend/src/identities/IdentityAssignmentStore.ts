import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

/** What people say accounts are, by account id; `null` where nobody says anything. */
export type AssignmentStates = ReadonlyMap<string, AssignedIdentity | null>;

interface IdentityAssignmentRow {
  connection_id: string;
  account_id: string;
  assignment: string;
  assigned_by: string;
  assigned_at: string;
}

type Assignment = AssignedIdentity['assignment'];

const BATCH_SIZE = 50;

/** What people say the accounts of each connection are. */
export class IdentityAssignmentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What is said of accounts, by account id. */
  async list(connectionId: string): Promise<Map<string, AssignedIdentity>> {
    const rows = await this.#table().where({ connection_id: connectionId });
    return new Map(rows.map(row => [row.account_id, toAssigned(row)]));
  }

  /** Puts what is said in the place of what was, of these accounts alone. */
  async write(connectionId: string, states: AssignmentStates): Promise<void> {
    const ids = [...states.keys()];
    for (let start = 0; start < ids.length; start += BATCH_SIZE) {
      await this.#table()
        .where({ connection_id: connectionId })
        .whereIn('account_id', ids.slice(start, start + BATCH_SIZE))
        .delete();
    }
    await this.#knex.batchInsert(
      'identity_assignments',
      [...states].flatMap(([accountId, assigned]) =>
        assigned
          ? [
              {
                connection_id: connectionId,
                account_id: accountId,
                assignment: JSON.stringify(assigned.assignment),
                assigned_by: assigned.assignedBy,
                assigned_at: assigned.assignedAt,
              } satisfies IdentityAssignmentRow,
            ]
          : [],
      ),
      BATCH_SIZE,
    );
  }

  /** Lets assignments go on to people whose entity refs were changed, by the refs they had. */
  async rename(renames: ReadonlyMap<string, string>): Promise<void> {
    for (const {
      connection_id,
      account_id,
      assignment,
    } of await this.#table()) {
      const renamed = renameIn(JSON.parse(assignment), renames);
      if (renamed) {
        await this.#table()
          .where({ connection_id, account_id })
          .update({ assignment: JSON.stringify(renamed) });
      }
    }
  }

  #table() {
    return this.#knex<IdentityAssignmentRow>('identity_assignments');
  }
}

/** What somebody says an account is, as it is kept. */
export function toAssigned(
  row: Pick<
    IdentityAssignmentRow,
    'assignment' | 'assigned_by' | 'assigned_at'
  >,
): AssignedIdentity {
  return {
    assignment: JSON.parse(row.assignment),
    assignedBy: row.assigned_by,
    assignedAt: row.assigned_at,
  };
}

/** An assignment with the new entity ref of whom it names, `undefined` when that is the old one. */
export function renameIn(
  assignment: Assignment,
  renames: ReadonlyMap<string, string>,
): Assignment | undefined {
  if (assignment.type === 'staff-member') {
    const staffRef = renames.get(assignment.staffRef);
    return staffRef ? { ...assignment, staffRef } : undefined;
  }
  const owner = renames.get(assignment.owner);
  return owner ? { ...assignment, owner } : undefined;
}
