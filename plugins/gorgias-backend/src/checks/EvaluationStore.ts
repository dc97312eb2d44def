import { Knex } from 'knex';

interface EvaluationRow {
  entity_ref: string;
  evaluated_at: string;
  changes_at: string | null;
}

/** When each system was judged, and when it has to be again. */
export class EvaluationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes that a system is judged. In a transaction, another evaluation of
   * the same system waits here until it has ended, and then sees its facts.
   */
  async begin(entityRef: string, at: string): Promise<void> {
    await this.#table()
      .insert({ entity_ref: entityRef, evaluated_at: at, changes_at: null })
      .onConflict('entity_ref')
      .merge(['evaluated_at']);
  }

  /** Notes when time alone will change a verdict. */
  async end(entityRef: string, changesAt: string | null): Promise<void> {
    await this.#table()
      .where({ entity_ref: entityRef })
      .update({ changes_at: changesAt });
  }

  /** The systems of which time alone has changed a verdict. */
  async listDue(now: string): Promise<string[]> {
    return this.#table().where('changes_at', '<=', now).pluck('entity_ref');
  }

  #table() {
    return this.#knex<EvaluationRow>('evaluations');
  }
}
