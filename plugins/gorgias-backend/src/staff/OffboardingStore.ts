import { Knex } from 'knex';
import { Renamed } from './pairStaff';
import { renameRefs } from './renameRefs';
import { StatedOffboarding } from './statedOffboarding';

interface OffboardingRow {
  staff_ref: string;
  offboarded_at: string;
  proof: string;
  stated_by: string;
  stated_at: string;
}

/** Of whom admins say that they have left. */
export class OffboardingStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StatedOffboarding[]> {
    const rows = await this.#table().orderBy('staff_ref');
    return rows.map(row => ({
      staffRef: row.staff_ref,
      offboardedAt: row.offboarded_at,
      proof: row.proof,
      by: row.stated_by,
      at: row.stated_at,
    }));
  }

  async get(staffRef: string): Promise<StatedOffboarding | undefined> {
    const all = await this.list();
    return all.find(statement => statement.staffRef === staffRef);
  }

  /**
   * Puts a statement in the place of the one that was read, or of none.
   *
   * @returns whether that was still so
   */
  async replace(
    read: StatedOffboarding | undefined,
    statement: StatedOffboarding,
  ): Promise<boolean> {
    const row: OffboardingRow = {
      staff_ref: statement.staffRef,
      offboarded_at: statement.offboardedAt,
      proof: statement.proof,
      stated_by: statement.by,
      stated_at: statement.at,
    };
    const written = read
      ? await this.#same(read).update(row).returning('staff_ref')
      : await this.#table()
          .insert(row)
          .onConflict('staff_ref')
          .ignore()
          .returning('staff_ref');
    return written.length === 1;
  }

  /** @returns whether it was still there as it was read */
  async remove(read: StatedOffboarding): Promise<boolean> {
    return (await this.#same(read).delete()) === 1;
  }

  async rename(renamed: readonly Renamed[]): Promise<void> {
    await renameRefs(this.#knex, 'staff_offboardings', 'staff_ref', renamed);
  }

  #same({ staffRef, by, at }: StatedOffboarding) {
    return this.#table().where({
      staff_ref: staffRef,
      stated_by: by,
      stated_at: at,
    });
  }

  #table() {
    return this.#knex<OffboardingRow>('staff_offboardings');
  }
}
