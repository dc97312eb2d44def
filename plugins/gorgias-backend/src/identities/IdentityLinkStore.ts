import { Knex } from 'knex';
import { insertMany } from '../manyRows';
import { IdentityLink } from './identity';

interface IdentityLinkRow {
  connection_id: string;
  account_id: string;
  staff_ref: string;
  email: string;
  linked_at: string;
}

/** Whose the accounts of a connection are. */
export class IdentityLinkStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(connectionId: string): Promise<IdentityLink[]> {
    const rows = await this.#knex<IdentityLinkRow>('identity_links')
      .where({ connection_id: connectionId })
      .select('account_id', 'staff_ref', 'email', 'linked_at');
    return rows.map(row => ({
      accountId: row.account_id,
      staffRef: row.staff_ref,
      email: row.email,
      linkedAt: row.linked_at,
    }));
  }

  async add(connectionId: string, links: IdentityLink[]): Promise<void> {
    await insertMany(
      this.#knex,
      'identity_links',
      links.map(
        (link): IdentityLinkRow => ({
          connection_id: connectionId,
          account_id: link.accountId,
          staff_ref: link.staffRef,
          email: link.email,
          linked_at: link.linkedAt,
        }),
      ),
    );
  }

  /** Lets links go on to people whose entity refs were changed, by the refs they had. */
  async rename(renames: ReadonlyMap<string, string>): Promise<void> {
    const table = () => this.#knex<IdentityLinkRow>('identity_links');
    const rows = await table().whereIn('staff_ref', [...renames.keys()]);
    for (const { connection_id, account_id, staff_ref } of rows) {
      await table()
        .where({ connection_id, account_id })
        .update({ staff_ref: renames.get(staff_ref) });
    }
  }
}
