import { Knex } from 'knex';
import { IdentityMatch } from './identityMatch';

interface IdentityMatchRow {
  connection_id: string;
  account_id: string;
  matcher_id: string;
  staff_ref: string;
  reason: string;
}

/** What identity matchers said of the accounts of a connection. */
export class IdentityMatchStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** In the order of accounts and matchers. */
  async list(connectionId: string): Promise<IdentityMatch[]> {
    const rows = await this.#matches()
      .where({ connection_id: connectionId })
      .orderBy(['account_id', 'matcher_id']);
    return rows.map(row => ({
      accountId: row.account_id,
      matcherId: row.matcher_id,
      staffRef: row.staff_ref,
      reason: row.reason,
    }));
  }

  /** Puts others in the place of all there are. */
  async replace(
    connectionId: string,
    matches: readonly IdentityMatch[],
  ): Promise<void> {
    await this.#matches().where({ connection_id: connectionId }).delete();
    await this.#knex.batchInsert(
      'identity_matches',
      matches.map(
        (match): IdentityMatchRow => ({
          connection_id: connectionId,
          account_id: match.accountId,
          matcher_id: match.matcherId,
          staff_ref: match.staffRef,
          reason: match.reason,
        }),
      ),
      50,
    );
  }

  /** Lets matches go on to people whose entity refs were changed, by the refs they had. */
  async rename(renames: ReadonlyMap<string, string>): Promise<void> {
    const rows = await this.#matches().whereIn('staff_ref', [
      ...renames.keys(),
    ]);
    for (const { connection_id, account_id, matcher_id, staff_ref } of rows) {
      await this.#matches()
        .where({ connection_id, account_id, matcher_id })
        .update({ staff_ref: renames.get(staff_ref) });
    }
  }

  #matches() {
    return this.#knex<IdentityMatchRow>('identity_matches');
  }
}
