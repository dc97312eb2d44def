import { CheckId, Verdict } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

/** A verdict and what it is about: an account, or `''` for the system itself. */
export interface StoredVerdict {
  accountId: string;
  verdict: Verdict;
}

interface VerdictRow {
  entity_ref: string;
  check_id: CheckId;
  account_id: string;
  status: Verdict['status'];
  ground: string;
  remedy: string | null;
  facts: string;
  owner: string | null;
  since: string;
  due_at: string | null;
}

/** The current verdicts of each system. */
export class VerdictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(entityRef: string): Promise<StoredVerdict[]> {
    const rows = await this.#knex<VerdictRow>('verdicts').where({
      entity_ref: entityRef,
    });
    return rows.map(row => ({
      accountId: row.account_id,
      verdict: {
        checkId: row.check_id,
        status: row.status,
        ground: row.ground,
        ...(row.remedy && { remedy: row.remedy }),
        facts: JSON.parse(row.facts),
        since: row.since,
        ...(row.due_at && { dueAt: row.due_at }),
        ...(row.owner && { owner: row.owner }),
      },
    }));
  }

  /**
   * Notes that a system is judged. In a transaction, another evaluation of
   * the same system waits here until it has ended, and then sees its facts.
   */
  async begin(entityRef: string, at: string): Promise<void> {
    await this.#knex('evaluations')
      .insert({ entity_ref: entityRef, evaluated_at: at })
      .onConflict('entity_ref')
      .merge();
  }

  /** How many verdicts of each check and status there are, over all systems. */
  async count(): Promise<
    Array<{ entityRef: string; checkId: CheckId; status: string; n: number }>
  > {
    const rows = await this.#knex<VerdictRow>('verdicts')
      .groupBy('entity_ref', 'check_id', 'status')
      .select('entity_ref', 'check_id', 'status')
      .count({ n: '*' });
    return rows.map(row => ({
      entityRef: String(row.entity_ref),
      checkId: row.check_id as CheckId,
      status: String(row.status),
      n: Number(row.n),
    }));
  }

  /** Puts these in the place of all verdicts of the system. */
  async replace(entityRef: string, verdicts: StoredVerdict[]): Promise<void> {
    await this.#knex<VerdictRow>('verdicts')
      .where({ entity_ref: entityRef })
      .delete();
    await this.#knex.batchInsert(
      'verdicts',
      verdicts.map(
        ({ accountId, verdict }): VerdictRow => ({
          entity_ref: entityRef,
          check_id: verdict.checkId,
          account_id: accountId,
          status: verdict.status,
          ground: verdict.ground,
          remedy: verdict.remedy ?? null,
          facts: JSON.stringify(verdict.facts),
          owner: verdict.owner ?? null,
          since: verdict.since,
          due_at: verdict.dueAt ?? null,
        }),
      ),
      50,
    );
  }
}
