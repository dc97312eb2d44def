import { AccessRuleVersion } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { ask, Question } from '../questions';

/** A version of an access rule as it is kept. */
export type StoredAccessRule = AccessRuleVersion;

interface AccessRuleRow {
  entity_ref: string;
  spec: string;
  revision: number;
  reason: string | null;
  updated_by: string;
  updated_at: string;
}

/** The access rule of each critical system, and every version there was of it. */
export class AccessRuleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<StoredAccessRule | undefined> {
    return ask(this.of(entityRef));
  }

  /** Asks for the rule of a system. */
  of(entityRef: string): Question<StoredAccessRule | undefined> {
    return {
      query: this.#rules().where({ entity_ref: entityRef }),
      answer: ([row]) => row && fromRow(row),
    };
  }

  /** The rules of all systems. */
  async list(): Promise<Array<StoredAccessRule & { entityRef: string }>> {
    const rows = await this.#rules().orderBy('entity_ref');
    return rows.map(row => ({ ...fromRow(row), entityRef: row.entity_ref }));
  }

  /** A part of the versions of a rule, newest first. */
  async listVersions(
    entityRef: string,
    page: { offset: number; limit: number },
  ): Promise<{ versions: StoredAccessRule[]; total: number }> {
    const [{ total }] = await this.#versions()
      .where({ entity_ref: entityRef })
      .count({ total: '*' });
    const rows = await this.#versions()
      .where({ entity_ref: entityRef })
      .orderBy('revision', 'desc')
      .offset(page.offset)
      .limit(page.limit);
    return { versions: rows.map(fromRow), total: Number(total) };
  }

  async getVersion(
    entityRef: string,
    revision: number,
  ): Promise<StoredAccessRule | undefined> {
    const row = await this.#versions()
      .where({ entity_ref: entityRef, revision })
      .first();
    return row && fromRow(row);
  }

  /**
   * Puts a rule in the place of the one of a revision, 0 for none, and keeps
   * it as a version. To be called in a transaction: it is both or nothing.
   *
   * @returns whether that was the one in force
   */
  async replace(
    entityRef: string,
    expectedRevision: number,
    rule: Omit<StoredAccessRule, 'revision'>,
  ): Promise<boolean> {
    const row: AccessRuleRow = {
      entity_ref: entityRef,
      spec: JSON.stringify(rule.spec),
      revision: expectedRevision + 1,
      reason: rule.reason ?? null,
      updated_by: rule.updatedBy,
      updated_at: rule.updatedAt,
    };
    const replaced =
      expectedRevision > 0
        ? await this.#rules()
            .where({ entity_ref: entityRef, revision: expectedRevision })
            .update(row)
            .returning('entity_ref')
        : await this.#rules()
            .insert(row)
            .onConflict('entity_ref')
            .ignore()
            .returning('entity_ref');
    if (replaced.length === 0) {
      return false;
    }
    await this.#versions().insert(row);
    return true;
  }

  #rules() {
    return this.#knex<AccessRuleRow>('access_rules');
  }

  #versions() {
    return this.#knex<AccessRuleRow>('access_rule_versions');
  }
}

function fromRow(row: AccessRuleRow): StoredAccessRule {
  return {
    spec: JSON.parse(row.spec),
    revision: row.revision,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    ...(row.reason && { reason: row.reason }),
  };
}
