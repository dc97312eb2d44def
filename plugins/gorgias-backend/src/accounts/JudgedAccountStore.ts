import { Identity, VerdictStatus } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { logInsTo } from '../events/EventStore';
import { inTurns } from '../inTurns';
import { inBatches, insertMany, rowsOf } from '../manyRows';
import { AlikeAccounts } from '../matrix/accessMatrix';
import { Place } from '../pagination';
import { ask, Question } from '../questions';
import { Account } from './account';
import {
  AccountSelection,
  inOrder,
  selectAccounts,
  sortColumnsOf,
  startAfter,
} from './accountSelection';
import { JudgedAccount } from './judgedAccount';

export interface JudgedAccountRow {
  entity_ref: string;
  account_id: string;
  state: Account['state'];
  gorgias_role: string | null;
  identity: string;
  identity_type: Identity['type'];
  staff_ref: string | null;
  staff_state: 'current' | 'offboarded' | null;
  offboarded_at: string | null;
  groups: string;
  user_identified: VerdictStatus;
  offboarded_access_removed: VerdictStatus;
  mfa_enabled: VerdictStatus;
  access_valid: VerdictStatus;
  status_rank: number;
  stale_rank: number;
  search_text: string;
  position: string;
  name_key: string;
  role_key: string;
  identity_key: string;
  digest: string | null;
}

/** From which place on a list is wanted, and how many accounts of it; all of it by default. */
export interface PartOfList {
  after?: Place;
  limit?: number;
}

/** An account of a list, and where in it that is. */
export interface PlacedAccount {
  id: string;
  place: Place;
}

/** An account of somebody who left that is still active, or was used since. */
export interface LeaverAccount {
  staffRef: string;
  offboardedAt: string | null;
  state: Account['state'];
  lastLogInAt: string | null;
}

/** What an evaluation found, beside what is kept of the last one. */
export interface FoundAccounts {
  /** Those of which nothing is kept; may be made while those before are written. */
  added: Iterable<JudgedAccount>;
  /** Those of which something is kept. */
  kept: readonly JudgedAccount[];
  /** The ids of those that are no more. */
  vanished: readonly string[];
}

/** The columns in which accounts differ that the access matrix tells apart. */
const ALIKE = [
  'gorgias_role',
  'identity_type',
  'staff_state',
  'groups',
  'access_valid',
] as const;

/** What the last evaluation of each system found of its accounts, to make lists of. */
export class JudgedAccountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What stands for what was found of each account, by its id. */
  async digests(entityRef: string): Promise<Map<string, string | null>> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .select('account_id', 'digest');
    const digests = new Map<string, string | null>();
    for (const row of rows) digests.set(row.account_id, row.digest);
    return digests;
  }

  /**
   * Puts what an evaluation found of accounts in the place of what the last
   * one did, and forgets those that are no more; writes only what differs.
   */
  async write(
    entityRef: string,
    { added, kept, vanished }: FoundAccounts,
  ): Promise<void> {
    await inBatches(vanished, ids =>
      this.#table()
        .where({ entity_ref: entityRef })
        .whereIn('account_id', ids)
        .delete(),
    );
    await insertMany(
      this.#knex,
      'judged_accounts',
      rowsOf(added, account => toRow(entityRef, account)),
    );
    const before = await this.#rows(
      entityRef,
      kept.map(({ id }) => id),
    );
    const changed: JudgedAccountRow[] = [];
    const written = new Set<keyof JudgedAccountRow>();
    await inTurns(kept, account => {
      const is = toRow(entityRef, account);
      const others = columnsThatDiffer(before.get(account.id)!, is);
      if (others.length > 0) changed.push(is);
      for (const column of others) written.add(column);
    });
    await insertMany(
      this.#knex,
      'judged_accounts',
      changed,
      ['entity_ref', 'account_id'],
      [...written],
    );
  }

  /** The accounts of a list, in its order, each with its place. */
  async list(
    selection: AccountSelection,
    part: PartOfList = {},
  ): Promise<PlacedAccount[]> {
    return ask(this.listed(selection, part));
  }

  /** Asks for the same. */
  listed(
    selection: AccountSelection,
    { after, limit }: PartOfList = {},
  ): Question<PlacedAccount[]> {
    const columns = sortColumnsOf(selection);
    const list = inOrder(selectAccounts(this.#knex, selection), selection);
    if (after) {
      startAfter(list, selection, after);
    }
    if (limit !== undefined) {
      list.limit(limit);
    }
    return {
      query: list.select('account_id', ...columns),
      answer: rows =>
        rows.map(row => ({
          id: row.account_id,
          place: columns.map(column => row[column]),
        })),
    };
  }

  /** The ids of all accounts of a list, for a part of a query. */
  idsOf(selection: AccountSelection): Knex.QueryBuilder {
    const list = inOrder(selectAccounts(this.#knex, selection), selection);
    return list.select('account_id');
  }

  async count(selection: AccountSelection): Promise<number> {
    const [{ n }] = await selectAccounts(this.#knex, selection).count({
      n: '*',
    });
    return Number(n);
  }

  /** How many accounts of a system are in each state. */
  async countByState(
    entityRef: string,
  ): Promise<Record<Account['state'], number>> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .groupBy('state')
      .select('state')
      .count({ n: '*' });
    return {
      active: 0,
      deactivated: 0,
      gone: 0,
      ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])),
    };
  }

  /** The active accounts, those together that are of like people and judged alike. */
  async countActive(entityRef: string): Promise<AlikeAccounts[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef, state: 'active' })
      .select(...ALIKE)
      .groupBy(...ALIKE)
      .count({ n: '*' });
    return rows.map(row => ({
      gorgiasRole: row.gorgias_role ?? null,
      identityType: row.identity_type!,
      offboarded: row.staff_state === 'offboarded',
      groups: JSON.parse(row.groups!),
      valid: row.access_valid!,
      accounts: Number(row.n),
    }));
  }

  /**
   * Asks for the accounts of people who left that somebody has to look into.
   *
   * @param connectionId - an id, or what finds one
   */
  ofLeavers(
    entityRef: string,
    connectionId: string,
  ): Question<LeaverAccount[]> {
    const logIns = logInsTo(
      this.#knex,
      connectionId,
      'judged_accounts.account_id',
    );
    return {
      query: this.#table()
        .where({ entity_ref: entityRef, staff_state: 'offboarded' })
        .where(account =>
          account
            .where({ state: 'active' })
            .orWhereExists(
              logIns
                .clone()
                .whereRaw('gorgias_events.at > judged_accounts.offboarded_at'),
            ),
        )
        .select('staff_ref', 'offboarded_at', 'state', {
          last_log_in_at: logIns.clone().max('at'),
        }),
      answer: rows =>
        rows.map(row => ({
          staffRef: row.staff_ref,
          offboardedAt: row.offboarded_at,
          state: row.state,
          lastLogInAt: row.last_log_in_at,
        })),
    };
  }

  async #rows(
    entityRef: string,
    accountIds: readonly string[],
  ): Promise<Map<string, JudgedAccountRow>> {
    const rows = new Map<string, JudgedAccountRow>();
    await inBatches(accountIds, async ids => {
      for (const row of await this.#table()
        .where({ entity_ref: entityRef })
        .whereIn('account_id', ids)) {
        rows.set(row.account_id, row);
      }
    });
    return rows;
  }

  #table() {
    return this.#knex<JudgedAccountRow>('judged_accounts');
  }
}

function columnsThatDiffer(
  was: JudgedAccountRow,
  is: JudgedAccountRow,
): Array<keyof JudgedAccountRow> {
  const columns = Object.keys(is) as Array<keyof JudgedAccountRow>;
  return columns.filter(column => was[column] !== is[column]);
}

function toRow(entityRef: string, account: JudgedAccount): JudgedAccountRow {
  const { identity, statuses, keys, rank } = account;
  const staff = identity.type === 'staff-member' ? identity : undefined;
  return {
    entity_ref: entityRef,
    account_id: account.id,
    state: account.state,
    gorgias_role: account.gorgiasRole,
    identity: JSON.stringify(identity),
    identity_type: identity.type,
    staff_ref: staff?.staffRef ?? null,
    staff_state: staff?.staffState ?? null,
    offboarded_at: account.offboardedAt,
    groups: JSON.stringify(account.groups),
    user_identified: statuses['user-identified'],
    offboarded_access_removed: statuses['offboarded-access-removed'],
    mfa_enabled: statuses['mfa-enabled'],
    access_valid: statuses['access-valid'],
    status_rank: rank.current,
    stale_rank: rank.stale,
    search_text: account.searchText,
    position: keys.position,
    name_key: keys.name,
    role_key: keys.role,
    identity_key: keys.identity,
    digest: account.digest,
  };
}
