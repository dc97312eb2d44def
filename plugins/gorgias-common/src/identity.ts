import { AccountClass, Message } from 'backstage-plugin-gorgias-checks';

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
