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
