import { Override } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { ask, Question } from '../questions';
import { Renamed } from './pairStaff';
import { renameRefs } from './renameRefs';

interface RevocationRow {
  entity_ref: string;
  staff_ref: string;
  proof: string;
  stated_by: string;
  stated_at: string;
}

/** Whose access to a system admins say was removed. */
export class RevocationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By the entity ref of the staff member. */
  async list(entityRef: string): Promise<Map<string, Override>> {
    return ask(this.of(entityRef));
  }

  /** Asks for the same. */
  of(entityRef: string): Question<Map<string, Override>> {
    return {
      query: this.#table().where({ entity_ref: entityRef }),
      answer: (rows: RevocationRow[]) =>
        new Map(
          rows.map(row => [
            row.staff_ref,
            { proof: row.proof, by: row.stated_by, at: row.stated_at },
          ]),
        ),
    };
  }

  /**
   * Puts a statement in the place of the one that was read, or of none.
   *
   * @returns whether that was still so
   */
  async replace(
    entityRef: string,
    staffRef: string,
    read: Override | undefined,
    statement: Override,
  ): Promise<boolean> {
    const row: RevocationRow = {
      entity_ref: entityRef,
      staff_ref: staffRef,
      proof: statement.proof,
      stated_by: statement.by,
      stated_at: statement.at,
    };
    const written = read
      ? await this.#same(entityRef, staffRef, read)
          .update(row)
          .returning('staff_ref')
      : await this.#table()
          .insert(row)
          .onConflict(['entity_ref', 'staff_ref'])
          .ignore()
          .returning('staff_ref');
    return written.length === 1;
  }

  /** @returns whether it was still there as it was read */
  async remove(
    entityRef: string,
    staffRef: string,
    read: Override,
  ): Promise<boolean> {
    return (await this.#same(entityRef, staffRef, read).delete()) === 1;
  }

  async rename(renamed: readonly Renamed[]): Promise<void> {
    await renameRefs(this.#knex, 'revocations', 'staff_ref', renamed);
  }

  #same(entityRef: string, staffRef: string, { by, at }: Override) {
    return this.#table().where({
      entity_ref: entityRef,
      staff_ref: staffRef,
      stated_by: by,
      stated_at: at,
    });
  }

  #table() {
    return this.#knex<RevocationRow>('revocations');
  }
}
