import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

/** An access rule as it is kept. */
export interface StoredAccessRule {
  spec: AccessRuleSpec;
  revision: number;
  updatedBy: string;
  updatedAt: string;
}

interface AccessRuleRow {
  entity_ref: string;
  spec: string;
  revision: number;
  updated_by: string;
  updated_at: string;
}

/** The access rule of each critical system. */
export class AccessRuleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<StoredAccessRule | undefined> {
    const row = await this.#table().where({ entity_ref: entityRef }).first();
    return (
      row && {
        spec: JSON.parse(row.spec),
        revision: row.revision,
        updatedBy: row.updated_by,
        updatedAt: row.updated_at,
      }
    );
  }

  /**
   * Puts a rule in the place of the one of a revision, 0 for none.
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
      updated_by: rule.updatedBy,
      updated_at: rule.updatedAt,
    };
    if (expectedRevision > 0) {
      const changed = await this.#table()
        .where({ entity_ref: entityRef, revision: expectedRevision })
        .update(row);
      return changed === 1;
    }
    const inserted = await this.#table()
      .insert(row)
      .onConflict('entity_ref')
      .ignore()
      .returning('entity_ref');
    return inserted.length === 1;
  }

  #table() {
    return this.#knex<AccessRuleRow>('access_rules');
  }
}
