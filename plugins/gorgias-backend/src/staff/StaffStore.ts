import { Knex } from 'knex';
import { StaffMember } from './staffMember';

interface StaffMemberRow {
  entity_ref: string;
  display_name: string;
  emails: string;
  org_roles: string;
  state: StaffMember['state'];
  offboarded_at: string | null;
  offboarded_ground: StaffMember['offboardedGround'];
  first_seen_at: string;
  last_seen_at: string;
}

const BATCH_SIZE = 50;

/** The people of the organisation and its org roles, as of the last complete reading. */
export class StaffStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StaffMember[]> {
    const rows = await this.#knex<StaffMemberRow>('staff_members').orderBy(
      'entity_ref',
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      displayName: row.display_name,
      emails: JSON.parse(row.emails),
      orgRoles: JSON.parse(row.org_roles),
      state: row.state,
      offboardedAt: row.offboarded_at,
      offboardedGround: row.offboarded_ground,
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
    }));
  }

  /** Entity refs of every org role that exists. */
  async listOrgRoles(): Promise<string[]> {
    return this.#knex('org_roles').orderBy('entity_ref').pluck('entity_ref');
  }

  /** Writes everybody; nobody is ever removed, people who left are kept as such. */
  async put(staff: StaffMember[], orgRoles: string[]): Promise<void> {
    const rows = staff.map(
      (member): StaffMemberRow => ({
        entity_ref: member.entityRef,
        display_name: member.displayName,
        emails: JSON.stringify(member.emails),
        org_roles: JSON.stringify(member.orgRoles),
        state: member.state,
        offboarded_at: member.offboardedAt,
        offboarded_ground: member.offboardedGround,
        first_seen_at: member.firstSeenAt,
        last_seen_at: member.lastSeenAt,
      }),
    );
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      await this.#knex<StaffMemberRow>('staff_members')
        .insert(rows.slice(start, start + BATCH_SIZE))
        .onConflict('entity_ref')
        .merge();
    }
    await this.#knex('org_roles').delete();
    await this.#knex.batchInsert(
      'org_roles',
      orgRoles.map(ref => ({ entity_ref: ref })),
      BATCH_SIZE,
    );
  }
}
