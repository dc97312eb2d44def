import { Knex } from 'knex';
import { inBatches, insertMany } from '../manyRows';

/** What changed between what the ledger has of a system and what is so. */
export interface PopulationHashes {
  changed: Map<string, string>;
  removed: string[];
}

/** The accounts of each system as the ledger has them, so that only changes are entered. */
export class PopulationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The hashes of some accounts, by id. */
  async hashes(
    entityRef: string,
    accountIds: readonly string[],
  ): Promise<Map<string, string>> {
    const hashes = new Map<string, string>();
    await inBatches(accountIds, async ids => {
      const rows = await this.#table()
        .where({ entity_ref: entityRef })
        .whereIn('account_id', ids);
      for (const row of rows) hashes.set(row.account_id, row.row_hash);
    });
    return hashes;
  }

  async update(
    entityRef: string,
    { changed, removed }: PopulationHashes,
  ): Promise<void> {
    await insertMany(
      this.#knex,
      'ledger_population',
      [...changed].map(([accountId, hash]) => ({
        entity_ref: entityRef,
        account_id: accountId,
        row_hash: hash,
      })),
      ['entity_ref', 'account_id'],
    );
    await inBatches(removed, ids =>
      this.#table()
        .where({ entity_ref: entityRef })
        .whereIn('account_id', ids)
        .delete(),
    );
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
