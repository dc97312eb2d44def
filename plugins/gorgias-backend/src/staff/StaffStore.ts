import { Knex } from 'knex';
import { insertMany, isPostgres } from '../manyRows';
import { OffboardingStore } from './OffboardingStore';
import { Renamed } from './pairStaff';
import { renameRefs } from './renameRefs';
import { StaffMember } from './staffMember';
import { asRead, withStatements } from './statedOffboarding';

interface StaffMemberRow {
  entity_ref: string;
  uid: string | null;
  display_name: string;
  emails: string;
  org_roles: string;
  groups: string | null;
  manager: string | null;
  state: StaffMember['state'];
  offboarded_at: string | null;
  offboarded_ground: StaffMember['offboardedGround'];
  rehired_at: string | null;
  first_seen_at: string;
  last_seen_at: string;
}

/** The people of the organisation and its org roles, as of the last complete reading. */
export class StaffStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Everybody, or only some by entity ref, with what admins say of them. */
  async list(entityRefs?: readonly string[]): Promise<StaffMember[]> {
    if (entityRefs?.length === 0) {
      return [];
    }
    const query =
      this.#knex<StaffMemberRow>('staff_members').orderBy('entity_ref');
    const rows = await (entityRefs
      ? query.whereIn('entity_ref', entityRefs)
      : query);
    const stated = await new OffboardingStore(this.#knex).list();
    return withStatements(rows.map(fromRow), stated);
  }

  /** The org roles that exist, all or of some. */
  async listOrgRoles(among?: readonly string[]): Promise<string[]> {
    const query = this.#knex('org_roles').orderBy('entity_ref');
    return (among ? query.whereIn('entity_ref', among) : query).pluck(
      'entity_ref',
    );
  }

  /** Writes everybody as read; nobody is ever removed, people who left are kept as such. */
  async put(staff: StaffMember[], orgRoles: string[]): Promise<void> {
    await insertMany(
      this.#knex,
      'staff_members',
      staff.map(member => toRow(asRead(member))),
      ['entity_ref'],
    );
    await this.#knex('org_roles').delete();
    await insertMany(
      this.#knex,
      'org_roles',
      orgRoles.map(ref => ({ entity_ref: ref })),
    );
  }

  /** Follows renames; to be called before {@link put}. */
  async rename(renamed: readonly Renamed[]): Promise<void> {
    await renameRefs(this.#knex, 'staff_members', 'entity_ref', renamed);
  }
}

/** The entity refs of those who have an org role, for a part of a query. */
export function staffWith(knex: Knex, orgRole: string): Knex.QueryBuilder {
  const position = isPostgres(knex) ? 'strpos' : 'instr';
  // With its quotes, which inside of one would be escaped.
  return knex('staff_members')
    .whereRaw(`${position}(org_roles, ?) > 0`, [JSON.stringify(orgRole)])
    .select('entity_ref');
}

function fromRow(row: StaffMemberRow): StaffMember {
  return {
    entityRef: row.entity_ref,
    uid: row.uid,
    displayName: row.display_name,
    emails: JSON.parse(row.emails),
    orgRoles: JSON.parse(row.org_roles),
    groups: JSON.parse(row.groups ?? '[]'),
    manager: row.manager,
    state: row.state,
    offboardedAt: row.offboarded_at,
    offboardedGround: row.offboarded_ground,
    rehiredAt: row.rehired_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  };
}

function toRow(member: StaffMember): StaffMemberRow {
  return {
    entity_ref: member.entityRef,
    uid: member.uid,
    display_name: member.displayName,
    emails: JSON.stringify(member.emails),
    org_roles: JSON.stringify(member.orgRoles),
    groups: JSON.stringify(member.groups),
    manager: member.manager,
    state: member.state,
    offboarded_at: member.offboardedAt,
    offboarded_ground: member.offboardedGround,
    rehired_at: member.rehiredAt,
    first_seen_at: member.firstSeenAt,
    last_seen_at: member.lastSeenAt,
  };
}
