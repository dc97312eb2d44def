import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A person of the organisation as a staff source tells it.
 *
 * @public
 */
export interface StaffRecord {
  /** Entity ref of the User entity. */
  entityRef: string;
  displayName: string;
  /**
   * An id that this person keeps when the entity ref or the e-mail address
   * changes, so that the change is not taken for somebody leaving and somebody
   * else joining. No two people may have the same at a time.
   */
  uid?: string;
  /** Every e-mail address that is this person's, as written in the source. */
  emails: string[];
  /** Entity refs of the groups the person belongs to, parents included, and the job title as `title:<title>`, trimmed and in lower case. */
  orgRoles: string[];
  /** Entity refs of the groups the person belongs to directly; one of them is asked to act where there is no manager. */
  groups?: string[];
  /** Entity ref of the manager, who is asked to act on what fails for the person's accounts. */
  manager?: string;
  /** Whether the source says that the person has left, and how it does. */
  offboarded: false | StaffOffboarding;
}

/**
 * How a staff source says that a person has left.
 *
 * @public
 */
export interface StaffOffboarding {
  /** Since when, ISO 8601 in UTC, if it says that. A time that lies ahead does not count yet. */
  since?: string;
  /**
   * Default: `mark`, somebody wrote it there. `orphaned`: what the person came
   * from no longer has them, but they are still kept.
   */
  ground?: 'mark' | 'orphaned';
}

/**
 * Everything a staff source knows, read at once.
 *
 * @public
 */
export interface StaffReading {
  staff: StaffRecord[];
  /** Every org role that exists, those without members included. */
  orgRoles: string[];
  /**
   * Whether another {@link StaffRecord.uid} under the same entity ref is
   * another person, who took over the name of one who left. Not so, which is
   * the default, where somebody who is registered anew gets a new uid, as in
   * the Backstage catalog.
   */
  uidsTellPeopleApart?: boolean;
}

/**
 * Where the people of the organisation are read from. The default reads the
 * User and Group entities of the Backstage catalog.
 *
 * @public
 */
export interface StaffSource {
  /**
   * Reads all staff. Must throw rather than answer with a part: a person who
   * is missing in the answer is taken to have left.
   */
  read(): Promise<StaffReading>;
}

/**
 * Lets a module replace the source of staff members, for instance by an HR
 * system.
 *
 * @public
 */
export interface GorgiasStaffExtensionPoint {
  /** Sets the source; throws when another module did so already. */
  setStaffSource(source: StaffSource): void;
}

/** @public */
export const gorgiasStaffExtensionPoint =
  createExtensionPoint<GorgiasStaffExtensionPoint>({ id: 'gorgias.staff' });
