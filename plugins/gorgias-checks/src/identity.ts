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

/** Who an account is, with what the ground is made of. @public */
export type GroundedIdentity = Identity & { groundParts: Message[] };
