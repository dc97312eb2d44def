import { randomUUID } from 'node:crypto';
import {
  CheckId,
  HistoryEntry,
  HistoryFilter,
  HistoryKind,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { toLedgerEvent } from '../evidence/ledgerEvents';
import { LedgerStore } from '../evidence/LedgerStore';
import { insertMany, rowsOf } from '../manyRows';

/** A change that is to be noted. */
export interface Change extends Omit<HistoryEntry, 'id'> {
  /** The system; none when it concerns all of them, as staff does. */
  entityRef?: string;
  /** Whether the ledger tells it by who has access, which is entered with it. */
  isInPopulation?: boolean;
}

interface HistoryRow {
  sequence?: number;
  id: string;
  entity_ref: string | null;
  at: string;
  kind: HistoryKind;
  account_id: string | null;
  staff_ref: string | null;
  check_id: CheckId | null;
  made_by: string | null;
  before: string | null;
  after: string | null;
}

/** What changed when. Entries are added and never altered. */
export class HistoryStore {
  readonly #knex: Knex;
  readonly #ledger: LedgerStore;

  constructor(knex: Knex, ledger: LedgerStore) {
    this.#knex = knex;
    this.#ledger = ledger;
  }

  /** Notes changes here and in the ledger. */
  async add(changes: Change[]): Promise<void> {
    await insertMany(this.#knex, 'history', rowsOf(changes, toRow));
    await this.#ledger.enter(
      rowsOf(
        changes.filter(({ isInPopulation }) => !isInPopulation),
        toLedgerEvent,
      ),
    );
  }

  /** A part of the history of a system, with that of the staff of all, newest first. */
  async list(
    entityRef: string,
    filter: HistoryFilter,
    page: { offset: number; limit: number },
  ): Promise<{ entries: HistoryEntry[]; total: number }> {
    const matching = () => {
      const query = this.#knex<HistoryRow>('history').where(where =>
        where.where({ entity_ref: entityRef }).orWhereNull('entity_ref'),
      );
      const { accountId, staffRef, kind, checkId, from, to } = filter;
      if (accountId) query.where({ account_id: accountId });
      if (staffRef) query.where({ staff_ref: staffRef });
      if (kind) query.where({ kind });
      if (checkId) query.where(entry => isOfCheck(entry, checkId));
      if (from) query.where('at', '>=', from);
      if (to) query.where('at', '<', to);
      return query;
    };
    const [{ total }] = await matching().count({ total: '*' });
    const rows = await matching()
      .orderBy('sequence', 'desc')
      .offset(page.offset)
      .limit(page.limit);
    return { entries: rows.map(fromRow), total: Number(total) };
  }
}

/** Those of a check, and first verdicts on an account among which is one of it. */
function isOfCheck(entry: Knex.QueryBuilder, checkId: CheckId): void {
  entry.where({ check_id: checkId }).orWhere(first =>
    first
      .where({ kind: 'verdict' })
      .whereNull('check_id')
      // In no text, since quotes are escaped there.
      .whereLike('after', `%"${checkId}":{%`),
  );
}

function toRow(change: Change): HistoryRow {
  return {
    id: randomUUID(),
    entity_ref: change.entityRef ?? null,
    at: change.at,
    kind: change.kind,
    account_id: change.accountId ?? null,
    staff_ref: change.staffRef ?? null,
    check_id: change.checkId ?? null,
    made_by: change.by ?? null,
    before: change.before && JSON.stringify(change.before),
    after: change.after && JSON.stringify(change.after),
  };
}

function fromRow(row: HistoryRow): HistoryEntry {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    ...(row.account_id && { accountId: row.account_id }),
    ...(row.staff_ref && { staffRef: row.staff_ref }),
    ...(row.check_id && { checkId: row.check_id }),
    ...(row.made_by && { by: row.made_by }),
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
  };
}
