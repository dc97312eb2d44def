import { isDeepStrictEqual } from 'node:util';
import { Knex } from 'knex';
import { insertMany } from '../manyRows';
import { Account, AccountFacts } from './account';
import { fromSqlBoolean } from './sqlBoolean';

export interface AccountRow {
  connection_id: string;
  account_id: string;
  state: Account['state'];
  kind: Account['kind'];
  email: string | null;
  name: string | null;
  gorgias_role: string | null;
  own_two_factor: boolean | number | null;
  has_password: boolean | number | null;
  sso: string | null;
  created_at: string | null;
  deactivated_at: string | null;
  first_seen_at: string;
  last_seen_at: string;
  gone_at: string | null;
}

/** What is read of an account: not the connection, which is asked for. */
const COLUMNS = [
  'account_id',
  'state',
  'kind',
  'email',
  'name',
  'gorgias_role',
  'own_two_factor',
  'has_password',
  'sso',
  'created_at',
  'deactivated_at',
  'first_seen_at',
  'last_seen_at',
  'gone_at',
] as const;

/** The accounts of each connection as of its last complete read. */
export class AccountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All accounts of a connection, oldest first. */
  async list(connectionId: string): Promise<Account[]> {
    const rows = await this.#knex<AccountRow>('accounts')
      .where({ connection_id: connectionId })
      .select(...COLUMNS);
    // They are kept nearly in this order, which is quicker here to find.
    return rows.map(toAccount).sort(byAge);
  }

  /** The names of some accounts of a connection, or else their e-mail addresses, by id. */
  async names(
    connectionId: string,
    accountIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await this.#knex<AccountRow>('accounts')
      .where({ connection_id: connectionId })
      .whereIn('account_id', accountIds)
      .select('account_id', 'name', 'email');
    return new Map(
      rows.flatMap(row => {
        const name = row.name || row.email;
        return name ? [[row.account_id, name]] : [];
      }),
    );
  }

  /** Some accounts, by id. */
  async listByIds(
    connectionId: string,
    ids: readonly string[],
  ): Promise<Map<string, Account>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await this.#knex<AccountRow>('accounts')
      .where({ connection_id: connectionId })
      .whereIn('account_id', ids);
    return new Map(rows.map(row => [row.account_id, toAccount(row)]));
  }

  /**
   * Replaces the snapshot of a connection by a complete read: accounts that
   * are not in it are gone since it began.
   *
   * @param known - the accounts before
   * @returns the accounts as they are kept now, and how many of them changed
   */
  async replaceSnapshot(
    connectionId: string,
    known: readonly Account[],
    { facts, readAt }: { facts: readonly AccountFacts[]; readAt: string },
  ): Promise<{
    accounts: Account[];
    changes: { added: number; updated: number; gone: number };
  }> {
    const missing = new Map(known.map(account => [account.id, account]));
    const changes = { added: 0, updated: 0, gone: 0 };
    const accounts: Account[] = [];
    const changed: Account[] = [];
    for (const fact of facts) {
      const before = missing.get(fact.id);
      missing.delete(fact.id);
      const account: Account = {
        ...fact,
        firstSeenAt: before?.firstSeenAt ?? readAt,
        lastSeenAt: readAt,
        goneAt: null,
      };
      accounts.push(account);
      if (!before) {
        changes.added += 1;
        changed.push(account);
      } else if (
        !isDeepStrictEqual({ ...before, lastSeenAt: readAt }, account)
      ) {
        changes.updated += 1;
        changed.push(account);
      }
    }
    for (const account of missing.values()) {
      if (account.state === 'gone') {
        accounts.push(account);
      } else {
        changes.gone += 1;
        const gone: Account = { ...account, state: 'gone', goneAt: readAt };
        accounts.push(gone);
        changed.push(gone);
      }
    }
    // Most did not change, so these are not written one by one.
    await this.#knex<AccountRow>('accounts')
      .where({ connection_id: connectionId })
      .whereNot({ state: 'gone' })
      .update({ last_seen_at: readAt });
    await insertMany(
      this.#knex,
      'accounts',
      changed.map(account => toRow(connectionId, account)),
      ['connection_id', 'account_id'],
    );
    return { accounts, changes };
  }
}

function byAge(a: Account, b: Account): number {
  const key = a.createdAt === b.createdAt ? 'id' : 'createdAt';
  return (a[key] ?? '') < (b[key] ?? '') ? -1 : 1;
}

function toRow(connectionId: string, account: Account): AccountRow {
  return {
    connection_id: connectionId,
    account_id: account.id,
    state: account.state,
    kind: account.kind,
    email: account.email,
    name: account.name,
    gorgias_role: account.gorgiasRole,
    own_two_factor: account.ownTwoFactor,
    has_password: account.hasPassword,
    sso: account.sso,
    created_at: account.createdAt,
    deactivated_at: account.deactivatedAt,
    first_seen_at: account.firstSeenAt,
    last_seen_at: account.lastSeenAt,
    gone_at: account.goneAt,
  };
}

/** An account as it is kept. */
export function toAccount(
  row: Pick<AccountRow, (typeof COLUMNS)[number]>,
): Account {
  return {
    id: row.account_id,
    state: row.state,
    kind: row.kind,
    email: row.email,
    name: row.name,
    gorgiasRole: row.gorgias_role,
    ownTwoFactor: fromSqlBoolean(row.own_two_factor),
    hasPassword: fromSqlBoolean(row.has_password),
    sso: row.sso,
    createdAt: row.created_at,
    deactivatedAt: row.deactivated_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    goneAt: row.gone_at,
  };
}
