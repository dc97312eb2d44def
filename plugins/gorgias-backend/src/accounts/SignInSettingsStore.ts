import { Knex } from 'knex';
import { SignInSettings } from './account';
import { fromSqlBoolean } from './sqlBoolean';

interface SignInSettingsRow {
  connection_id: string;
  sso_enforced: boolean | number | null;
  two_factor_enforced: boolean | number | null;
  facts_at: string;
}

/** The sign-in settings of each connected account as of its last complete read. */
export class SignInSettingsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Nothing is told before the first complete read. */
  async get(connectionId: string): Promise<SignInSettings> {
    const row = await this.#knex<SignInSettingsRow>('sign_in_settings')
      .where({ connection_id: connectionId })
      .first();
    return {
      ssoEnforced: fromSqlBoolean(row?.sso_enforced),
      twoFactorEnforced: fromSqlBoolean(row?.two_factor_enforced),
    };
  }

  async put(
    connectionId: string,
    settings: SignInSettings,
    factsAt: string,
  ): Promise<void> {
    await this.#knex<SignInSettingsRow>('sign_in_settings')
      .insert({
        connection_id: connectionId,
        sso_enforced: settings.ssoEnforced,
        two_factor_enforced: settings.twoFactorEnforced,
        facts_at: factsAt,
      })
      .onConflict('connection_id')
      .merge();
  }
}
