import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { StaffRecord } from './staffSource';

/**
 * An account of Gorgias that the built-in rules find nobody for.
 *
 * @public
 */
export interface GorgiasUnmatchedAccount {
  /** The id of the user in Gorgias. */
  id: string;
  name: string | null;
  /** No staff member has it. */
  email: string | null;
  kind: 'human' | 'bot' | 'unknown';
}

/**
 * That an account is a person's.
 *
 * @public
 */
export interface GorgiasIdentityMatch {
  accountId: string;
  /** Entity ref of one of the staff members. */
  staffRef: string;
  /** Why, in a short sentence that people read, such as "Employee number 4711." */
  reason: string;
}

/**
 * Finds out whose accounts are that no e-mail address tells. An address that
 * is a staff member's and what people say of an account outweigh it. Two
 * matchers that name different people are not decided between.
 *
 * @public
 */
export interface GorgiasIdentityMatcher {
  /** Names it for ever, in what people read too: small letters, digits and "-", at most 40. */
  id: string;
  /**
   * Matches what it can, and leaves the others out. It is asked in each sync
   * run, which fails if this throws or names somebody who is not among the
   * staff. A match stays when the person has left, and is taken back when it
   * is missing although the person is still among the staff.
   */
  match(
    accounts: readonly GorgiasUnmatchedAccount[],
    staff: readonly StaffRecord[],
  ): Promise<GorgiasIdentityMatch[]>;
}

/**
 * Lets modules match accounts to staff members by what they know.
 *
 * @public
 */
export interface GorgiasIdentityExtensionPoint {
  /** Adds a matcher; throws when there is one with the same id. */
  addIdentityMatcher(matcher: GorgiasIdentityMatcher): void;
}

/** @public */
export const gorgiasIdentityExtensionPoint =
  createExtensionPoint<GorgiasIdentityExtensionPoint>({
    id: 'gorgias.identity',
  });
