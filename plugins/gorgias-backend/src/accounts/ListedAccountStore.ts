import { AssignedIdentity } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { logInsTo } from '../events/EventStore';
import { toAssigned } from '../identities/IdentityAssignmentStore';
import { Question } from '../questions';
import { Account } from './account';
import { AccountRow, toAccount } from './AccountStore';
import { JudgedAccount } from './judgedAccount';

/** An account with all that is known of it but its verdicts. */
export interface ListedAccount
  extends Account,
    Pick<JudgedAccount, 'identity' | 'groups'> {
  assigned: AssignedIdentity | undefined;
  lastLogInAt: string | null;
}

interface ListedRow extends AccountRow {
  identity: string;
  groups: string;
  assignment: string | null;
  assigned_by: string;
  assigned_at: string;
  last_log_in_at: string | null;
}

/** Reads what lists show of accounts: of several tables, and in one statement, since people wait for it. */
export class ListedAccountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Asks for some accounts that were judged, by id.
   *
   * @param ids - no more than a statement may have, or what finds them
   */
  of(
    entityRef: string,
    connectionId: string,
    ids: readonly string[] | Knex.QueryBuilder,
  ): Question<Map<string, ListedAccount>> {
    const query = this.#knex('accounts')
      .join(
        'judged_accounts',
        'judged_accounts.account_id',
        'accounts.account_id',
      )
      .leftJoin('identity_assignments', on =>
        on
          .on('identity_assignments.connection_id', 'accounts.connection_id')
          .on('identity_assignments.account_id', 'accounts.account_id'),
      )
      .where({
        'judged_accounts.entity_ref': entityRef,
        'accounts.connection_id': connectionId,
      })
      .whereIn('accounts.account_id', ids as readonly string[])
      .select(
        'accounts.*',
        'judged_accounts.identity',
        'judged_accounts.groups',
        'identity_assignments.assignment',
        'identity_assignments.assigned_by',
        'identity_assignments.assigned_at',
        {
          last_log_in_at: logInsTo(
            this.#knex,
            connectionId,
            'accounts.account_id',
          ).max('at'),
        },
      );
    return {
      query,
      answer: (rows: ListedRow[]) =>
        new Map(rows.map(row => [row.account_id, fromRow(row)])),
    };
  }
}

function fromRow(row: ListedRow): ListedAccount {
  return {
    ...toAccount(row),
    identity: JSON.parse(row.identity),
    groups: JSON.parse(row.groups),
    assigned:
      row.assignment === null
        ? undefined
        : toAssigned({ ...row, assignment: row.assignment }),
    lastLogInAt: row.last_log_in_at,
  };
}
