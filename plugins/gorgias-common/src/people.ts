import { OffboardedGround } from 'backstage-plugin-gorgias-checks';

/**
 * Whether the access of somebody who left was taken away: an account is still
 * active, all were removed, or there was none.
 *
 * @public
 */
export type RevocationStatus = 'active' | 'revoked' | 'not-found';

/** An account of somebody who left. @public */
export interface OffboardedAccount {
  id: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  state: 'active' | 'deactivated' | 'gone';
  /** When it was no longer active, as far as is known. */
  removedAt: string | null;
  /** The last log-in that Gorgias' event log told of. */
  lastLogInAt: string | null;
}

/** What an admin vouches for, in the place of what was read. @public */
export interface Override {
  /** Text or a link. */
  proof: string;
  /** User entity ref. */
  by: string;
  at: string;
}

/** Somebody who left, and what became of the access. @public */
export interface OffboardedPerson {
  /** Entity ref of the staff member. */
  staffRef: string;
  displayName: string;
  offboardedAt: string | null;
  offboardedGround: OffboardedGround;
  /** Of `manual`. */
  offboardedProof?: Override;
  status: RevocationStatus;
  /** By when the access was or is to be removed. */
  dueAt: string | null;
  /** When the last of the accounts was removed. */
  removedAt: string | null;
  /** From leaving to removal, 0 when it was before. */
  tookSeconds: number | null;
  /** An account was used after the person left: to be looked into before all else. */
  usedAfterLeaving: boolean;
  accounts: OffboardedAccount[];
  /** An admin says that access was removed. */
  override?: Override;
  /** For `PUT` and `DELETE` of `.../people/{...}/revocation`. */
  etag: string;
}

/** How long it took to remove access, over everybody whose access was. @public */
export interface TimeToRevoke {
  people: number;
  medianSeconds: number | null;
  worstSeconds: number | null;
}

/** A page of `GET .../people`: those whose accounts were used after they left first, then those still active. @public */
export interface OffboardedPage {
  items: OffboardedPerson[];
  totalItems: number;
  nextCursor?: string;
  counts: Record<RevocationStatus, number>;
  timeToRevoke: TimeToRevoke;
}

/** What a list of people who left can be narrowed to. @public */
export interface OffboardedFilter {
  status?: RevocationStatus;
  search?: string;
}

/** A staff member as we keep it. @public */
export interface StaffMemberDetails {
  staffRef: string;
  displayName: string;
  emails: string[];
  orgRoles: string[];
  state: 'current' | 'offboarded';
  firstSeenAt: string;
  lastSeenAt: string;
  offboardedAt: string | null;
  offboardedGround: OffboardedGround | null;
  /** When the person came back after having left. */
  rehiredAt: string | null;
  /** What an admin said, while it is in force. */
  manualOffboarding?: Override & { offboardedAt: string };
  /** For `PUT` and `DELETE` of `/staff/{...}/offboarding`. */
  etag: string;
}

/** Body of `PUT /staff/{kind}/{namespace}/{name}/offboarding`. @public */
export interface PutOffboardingRequest {
  /** ISO 8601 in UTC, not in the future. */
  offboardedAt: string;
  proof: string;
}

/** Body of `PUT .../people/{kind}/{namespace}/{name}/revocation`. @public */
export interface PutRevocationRequest {
  proof: string;
}
