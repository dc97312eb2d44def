import { ExceptionFacts, Lapse } from 'backstage-plugin-gorgias-checks';
import {
  AccessException,
  CheckId,
  ExceptionFilter,
  ExceptionStatus,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { etagOf } from '../etags';
import { partsFromColumn, partsToColumn } from '../parts';
import { Question } from '../questions';

/** An exception as it is kept. */
export interface StoredException extends Omit<AccessException, 'etag'> {
  /** The system. */
  entityRef: string;
  /** What was so when it was asked for; it lapses when that changes. */
  facts: ExceptionFacts;
}

interface ExceptionRow {
  id: string;
  entity_ref: string;
  account_id: string;
  check_id: CheckId;
  reason: string;
  reference: string | null;
  requested_by: string;
  requested_at: string;
  until: string;
  status: ExceptionStatus;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
  lapsed_at: string | null;
  lapsed_because: string | null;
  lapsed_parts: string | null;
  two_person_rule: boolean | number;
  facts: string;
}

const OPEN: ExceptionStatus[] = ['requested', 'approved'];

/** The exceptions of each system, those that have ended too. */
export class ExceptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(
    entityRef: string,
    id: string,
  ): Promise<StoredException | undefined> {
    const row = await this.#table()
      .where({ entity_ref: entityRef, id })
      .first();
    return row && fromRow(row);
  }

  /** A part of the exceptions of a system, newest first. */
  async list(
    entityRef: string,
    filter: ExceptionFilter,
    page: { offset: number; limit: number },
  ): Promise<{ exceptions: StoredException[]; total: number }> {
    const matching = () => {
      const query = this.#table().where({ entity_ref: entityRef });
      const { accountId, checkId, status } = filter;
      if (accountId) query.where({ account_id: accountId });
      if (checkId) query.where({ check_id: checkId });
      if (status) query.where({ status });
      return query;
    };
    const [{ total }] = await matching().count({ total: '*' });
    const rows = await matching()
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(page.offset)
      .limit(page.limit);
    return { exceptions: rows.map(fromRow), total: Number(total) };
  }

  /** Those that are in force or wait for a decision. */
  async listOpen(entityRef: string): Promise<StoredException[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .whereIn('status', OPEN)
      .orderBy('id');
    return rows.map(fromRow);
  }

  /** Asks how many wait for a decision. */
  countRequested(entityRef: string): Question<number> {
    return {
      query: this.#table()
        .where({ entity_ref: entityRef, status: 'requested' })
        .count({ n: '*' }),
      answer: ([{ n }]) => Number(n),
    };
  }

  async create(exception: StoredException): Promise<void> {
    await this.#table().insert(toRow(exception));
  }

  /**
   * Keeps what was decided about an exception.
   *
   * @returns whether it still had the status that the decision was about
   */
  async update(
    exception: StoredException,
    from: ExceptionStatus,
  ): Promise<boolean> {
    const changed = await this.#table()
      .where({
        entity_ref: exception.entityRef,
        id: exception.id,
        status: from,
      })
      .update(toRow(exception));
    return changed === 1;
  }

  /** Ends exceptions that are no longer in force. */
  async lapse(lapses: readonly Lapse[], at: string): Promise<void> {
    for (const { exception, because, becauseParts } of lapses) {
      await this.#table()
        .where({ id: exception.id })
        .whereIn('status', OPEN)
        .update({
          status: 'lapsed',
          lapsed_at: at,
          lapsed_because: because,
          lapsed_parts: partsToColumn(becauseParts),
        });
    }
  }

  #table() {
    return this.#knex<ExceptionRow>('exceptions');
  }
}

/** An exception as it goes over the wire. */
export function toAccessException(exception: StoredException): AccessException {
  const { entityRef, facts, ...told } = exception;
  return { ...told, etag: etagOf(exception) };
}

function toRow(exception: StoredException): ExceptionRow {
  return {
    id: exception.id,
    entity_ref: exception.entityRef,
    account_id: exception.accountId,
    check_id: exception.checkId,
    reason: exception.reason,
    reference: exception.reference ?? null,
    requested_by: exception.requestedBy,
    requested_at: exception.requestedAt,
    until: exception.until,
    status: exception.status,
    decided_by: exception.decidedBy ?? null,
    decided_at: exception.decidedAt ?? null,
    decision_reason: exception.decisionReason ?? null,
    lapsed_at: exception.lapsedAt ?? null,
    lapsed_because: exception.lapsedBecause ?? null,
    lapsed_parts: partsToColumn(exception.lapsedBecauseParts),
    two_person_rule: exception.twoPersonRule,
    facts: JSON.stringify(exception.facts),
  };
}

function fromRow(row: ExceptionRow): StoredException {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    accountId: row.account_id,
    checkId: row.check_id,
    reason: row.reason,
    ...(row.reference && { reference: row.reference }),
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    until: row.until,
    status: row.status,
    ...(row.decided_by && { decidedBy: row.decided_by }),
    ...(row.decided_at && { decidedAt: row.decided_at }),
    ...(row.decision_reason && { decisionReason: row.decision_reason }),
    ...(row.lapsed_at && { lapsedAt: row.lapsed_at }),
    ...(row.lapsed_because && { lapsedBecause: row.lapsed_because }),
    ...partsFromColumn('lapsedBecauseParts', row.lapsed_parts),
    twoPersonRule: Boolean(row.two_person_rule),
    facts: JSON.parse(row.facts),
  };
}
