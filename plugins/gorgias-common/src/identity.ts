import { Message } from './messages';

/**
 * What an account is that needs no staff member: a machine's, or somebody's
 * from outside of the organisation.
 *
 * @public
 */
export type AccountClass = 'service-account' | 'external';

/**
 * Who an account is: a staff member, a class that needs no staff member but
 * an owner, or nobody known.
 *
 * @public
 */
export type Identity =
  | {
      type: 'staff-member';
      /** Entity ref of the staff member. */
      staffRef: string;
      displayName: string;
      staffState: 'current' | 'offboarded';
      /** Why the account is said to be this person's. */
      ground: string;
      groundParts?: Message[];
    }
  | {
      type: AccountClass;
      /** Entity ref of the user or group that answers for it. */
      owner: string;
      purpose: string;
      /** By when somebody has to look at it again, ISO 8601 in UTC. */
      reviewAt: string;
      /** Who classified it when. */
      ground: string;
      groundParts?: Message[];
    }
  | {
      type: 'unidentified';
      /** Why nobody could be named. */
      ground: string;
      groundParts?: Message[];
      /** Entity refs of the staff members that could be meant, when several could. */
      candidates: string[];
    };

/**
 * What a person says an account is. It outweighs what e-mail addresses say,
 * and stays when the person leaves. `automatic` takes it back.
 *
 * @public
 */
export type IdentityAssignment =
  | { type: 'staff-member'; staffRef: string; reason: string }
  | {
      type: AccountClass;
      owner: string;
      purpose: string;
      reviewAt: string;
    }
  | { type: 'automatic' };

/** An assignment that is in force, and whose it is. @public */
export interface AssignedIdentity {
  assignment: Exclude<IdentityAssignment, { type: 'automatic' }>;
  /** User entity ref. */
  assignedBy: string;
  assignedAt: string;
}

/** Body of `PUT .../accounts/identities`: says of some accounts at once what they are. @public */
export interface PutIdentitiesRequest {
  /** Each with the `identityEtag` of its row, so that nobody overwrites what they have not seen. 1 to 500. */
  accounts: Array<{ id: string; etag: string }>;
  assignment: IdentityAssignment;
}

/** Answer of `PUT .../accounts/identities`; the change can be undone as long as nobody changed these accounts again. @public */
export interface IdentityChange {
  id: string;
  changedAt: string;
  /** User entity ref. */
  changedBy: string;
  accountIds: string[];
  undoneAt?: string;
  undoneBy?: string;
}

/** Somebody an account may be of: offered, never applied. @public */
export interface IdentitySuggestion {
  staffRef: string;
  displayName: string;
  /** What speaks for it. */
  ground: string;
  groundParts?: Message[];
}
