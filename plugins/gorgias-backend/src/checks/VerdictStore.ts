import { SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { isDeepStrictEqual } from 'node:util';
import {
  CHECK_IDS,
  CheckId,
  GorgiasVerdictEvent,
  Verdict,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { inBatches, inParts, insertMany, rowsOf } from '../manyRows';
import { partsToColumn } from '../parts';
import { ask, Question } from '../questions';
import { OnChange } from '../signals/changes';
import { StatusCount } from '../systems/checkSummaries';
import { statusChanges, VerdictPair } from './verdictPairs';

interface VerdictRow {
  entity_ref: string;
  check_id: CheckId;
  account_id: string;
  status: Verdict['status'];
  ground: string;
  ground_parts: string | null;
  remedy: string | null;
  remedy_parts: string | null;
  facts: string;
  owner: string | null;
  since: string;
  due_at: string | null;
  exception_id: string | null;
}

/** Names a verdict of a check and status, the oldest first. */
const OPEN_KEY = ['since', 'account_id'] as const;

/** A verdict that somebody is asked to act on, or that nobody can give. */
export interface OpenVerdict {
  checkId: CheckId;
  accountId: string;
  status: 'failing' | 'unknown';
  owner: string | null;
}

/** The current verdicts of each system. */
export class VerdictStore {
  readonly #knex: Knex;
  readonly #onChange: OnChange;

  constructor(knex: Knex, onChange: OnChange) {
    this.#knex = knex;
    this.#onChange = onChange;
  }

  async list(entityRef: string): Promise<SystemVerdict[]> {
    const rows = await this.#table().where({ entity_ref: entityRef });
    return rows.map(fromRow);
  }

  /** The verdicts about some accounts, or about the system itself. */
  async listAbout(
    entityRef: string,
    accountIds: readonly string[],
  ): Promise<SystemVerdict[]> {
    const verdicts: SystemVerdict[] = [];
    await inBatches(accountIds, async ids => {
      for (const verdict of await ask(this.about(entityRef, ids))) {
        verdicts.push(verdict);
      }
    });
    return verdicts;
  }

  /**
   * Asks for the verdicts about some accounts.
   *
   * @param accountIds - no more than a statement may have, or what finds them
   */
  about(
    entityRef: string,
    accountIds: readonly string[] | Knex.QueryBuilder,
  ): Question<SystemVerdict[]> {
    return {
      query: this.#table()
        .where({ entity_ref: entityRef })
        // All there are, so that the key answers it.
        .whereIn('check_id', CHECK_IDS)
        .whereIn('account_id', accountIds as readonly string[]),
      answer: rows => rows.map(fromRow),
    };
  }

  /** Asks for the verdict on a system itself. */
  onSystem(entityRef: string): Question<Verdict | undefined> {
    return {
      query: this.#table().where({
        entity_ref: entityRef,
        check_id: 'access-control-configured',
        account_id: '',
      }),
      answer: ([row]) => row && fromRow(row).verdict,
    };
  }

  /**
   * What fails and who is asked to act on it, and what nobody can say. Of a
   * large system in parts, between which others have their turn, so what is
   * judged anew meanwhile may be in it or not.
   */
  async listOpen(entityRef: string): Promise<OpenVerdict[]> {
    const open: OpenVerdict[] = [];
    for (const checkId of CHECK_IDS) {
      for (const status of ['failing', 'unknown'] as const) {
        const found = this.#table()
          .where({ entity_ref: entityRef, check_id: checkId, status })
          .select('since', 'account_id', 'owner');
        const rows = await inParts<VerdictRow>(found, OPEN_KEY);
        for (const { account_id: accountId, owner } of rows) {
          open.push({ checkId, accountId, status, owner });
        }
      }
    }
    return open;
  }

  /** How many verdicts of each check and status there are of a system. */
  async count(entityRef: string): Promise<StatusCount[]> {
    const rows = await this.#table()
      .where({ entity_ref: entityRef })
      .groupBy('check_id', 'status')
      .select('check_id', 'status')
      .count({ n: '*' });
    return rows.map(row => ({
      checkId: row.check_id as CheckId,
      status: row.status as VerdictStatus,
      n: Number(row.n),
    }));
  }

  /** Since when the oldest failing verdict of a check fails. */
  async findFailingSince(
    entityRef: string,
    checkId: CheckId,
  ): Promise<string | undefined> {
    const row = await this.#table()
      .where({ entity_ref: entityRef, check_id: checkId, status: 'failing' })
      .min({ since: 'since' })
      .first();
    return row?.since ?? undefined;
  }

  /**
   * Writes what differs between verdicts of a system as they were and as they
   * are, judged at a time.
   *
   * @returns which of them have another status
   */
  async write(
    entityRef: string,
    pairs: readonly VerdictPair[],
    at: string,
  ): Promise<GorgiasVerdictEvent[]> {
    const vanished = pairs.filter(({ after }) => !after);
    for (const checkId of CHECK_IDS) {
      await inBatches(
        vanished.filter(pair => pair.checkId === checkId),
        some =>
          this.#table()
            .where({ entity_ref: entityRef, check_id: checkId })
            .whereIn(
              'account_id',
              some.map(({ accountId }) => accountId),
            )
            .delete(),
      );
    }
    const added = pairs.filter(({ before }) => !before);
    const changed = pairs.filter(
      ({ before, after }) =>
        before && after && !isDeepStrictEqual(before, after),
    );
    const rows = (some: VerdictPair[]) =>
      rowsOf(some, ({ accountId, after }) =>
        toRow(entityRef, { accountId, verdict: after! }),
      );
    await insertMany(this.#knex, 'verdicts', rows(added));
    await insertMany(this.#knex, 'verdicts', rows(changed), [
      'entity_ref',
      'check_id',
      'account_id',
    ]);
    const verdicts = statusChanges(entityRef, pairs, at);
    if (verdicts.length > 0) {
      this.#onChange({ verdicts });
    }
    return verdicts;
  }

  #table() {
    return this.#knex<VerdictRow>('verdicts');
  }
}

/** Without spreading, since a page of accounts has hundreds and an evaluation tens of thousands. */
function fromRow(row: VerdictRow): SystemVerdict {
  const verdict: Verdict = {
    checkId: row.check_id,
    status: row.status,
    ground: row.ground,
    facts: JSON.parse(row.facts),
    since: row.since,
  };
  if (row.ground_parts) verdict.groundParts = JSON.parse(row.ground_parts);
  if (row.remedy) verdict.remedy = row.remedy;
  if (row.remedy_parts) verdict.remedyParts = JSON.parse(row.remedy_parts);
  if (row.due_at) verdict.dueAt = row.due_at;
  if (row.owner) verdict.owner = row.owner;
  if (row.exception_id) verdict.exceptionId = row.exception_id;
  return { accountId: row.account_id, verdict };
}

function toRow(
  entityRef: string,
  { accountId, verdict }: SystemVerdict,
): VerdictRow {
  return {
    entity_ref: entityRef,
    check_id: verdict.checkId,
    account_id: accountId,
    status: verdict.status,
    ground: verdict.ground,
    ground_parts: partsToColumn(verdict.groundParts),
    remedy: verdict.remedy ?? null,
    remedy_parts: partsToColumn(verdict.remedyParts),
    facts: JSON.stringify(verdict.facts),
    owner: verdict.owner ?? null,
    since: verdict.since,
    due_at: verdict.dueAt ?? null,
    exception_id: verdict.exceptionId ?? null,
  };
}
