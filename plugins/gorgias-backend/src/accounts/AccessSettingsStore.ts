import { Knex } from 'knex';
import { AccessSettingsFacts } from '../gorgias/schemas';

interface AccessSettingsRow {
  connection_id: string;
  facts: string;
  facts_at: string;
}

/** What each connected account told of its sign-in, as of its last complete read. */
export class AccessSettingsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Nothing is told before the first complete read. */
  async get(connectionId: string): Promise<AccessSettingsFacts> {
    const row = await this.#knex<AccessSettingsRow>('access_settings')
      .where({ connection_id: connectionId })
      .first();
    return row ? JSON.parse(row.facts) : {};
  }

  /** Puts these in the place of what was told before. */
  async put(
    connectionId: string,
    facts: AccessSettingsFacts,
    factsAt: string,
  ): Promise<void> {
    await this.#knex<AccessSettingsRow>('access_settings')
      .insert({
        connection_id: connectionId,
        facts: JSON.stringify(facts),
        facts_at: factsAt,
      })
      .onConflict('connection_id')
      .merge();
  }
}
