import { Knex } from 'knex';

/** What changed between what the ledger has of a system and what is so. */
export interface PopulationHashes {
  changed: Map<string, string>;
  removed: string[];
}

const BATCH_SIZE = 50;

/** The accounts of each system as the ledger has them, so that only changes are entered. */
export class PopulationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The hash of each account, by its id. */
  async hashes(entityRef: string): Promise<Map<string, string>> {
    const rows = await this.#table().where({ entity_ref: entityRef });
    return new Map(rows.map(row => [row.account_id, row.row_hash]));
  }

  async update(
    entityRef: string,
    { changed, removed }: PopulationHashes,
  ): Promise<void> {
    const rows = [...changed].map(([accountId, hash]) => ({
      entity_ref: entityRef,
      account_id: accountId,
      row_hash: hash,
    }));
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      await this.#table()
        .insert(rows.slice(start, start + BATCH_SIZE))
        .onConflict(['entity_ref', 'account_id'])
        .merge();
    }
    for (let start = 0; start < removed.length; start += BATCH_SIZE) {
      await this.#table()
        .where({ entity_ref: entityRef })
        .whereIn('account_id', removed.slice(start, start + BATCH_SIZE))
        .delete();
    }
  }

  /** When everybody was entered last. */
  async snapshotAt(entityRef: string): Promise<string | undefined> {
    const row = await this.#knex('ledger_snapshots')
      .where({ entity_ref: entityRef })
      .first();
    return row?.at;
  }

  async noteSnapshot(entityRef: string, at: string): Promise<void> {
    await this.#knex('ledger_snapshots')
      .insert({ entity_ref: entityRef, at })
      .onConflict('entity_ref')
      .merge();
  }

  #table() {
    return this.#knex('ledger_population');
  }
}
