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
  /** Every e-mail address that is this person's, as written in the source. */
  emails: string[];
  /** Entity refs of the groups the person belongs to, parents included. */
  orgRoles: string[];
  /** Whether the source says that the person has left, and since when (ISO 8601 in UTC) if it says that too. */
  offboarded: false | { since?: string };
}

/**
 * Everything a staff source knows, read at once.
 *
 * @public
 */
export interface StaffReading {
  staff: StaffRecord[];
  /** Entity refs of every org role that exists, those without members included. */
  orgRoles: string[];
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
