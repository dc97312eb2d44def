import { VerdictStatus } from './checks';

/**
 * Who may validly use a critical system.
 *
 * @public
 */
export type AccessRuleSpec =
  | {
      /** Every current staff member. */
      type: 'all-staff';
    }
  | {
      /** The members of any of these groups, members of their child groups included. */
      type: 'org-roles';
      /** Entity refs of catalog groups. */
      orgRoles: string[];
    };

/** An access rule as it is in force. @public */
export interface AccessRule {
  spec: AccessRuleSpec;
  /** Counts up with each change; send it back to change this very version. */
  revision: number;
  updatedAt: string;
  /** User entity ref of who made the change. */
  updatedBy: string;
  /** Org roles of the rule that the catalog does not have (any more). */
  missingOrgRoles: string[];
}

/** Answer to reading an access rule; `null` while none was configured. @public */
export interface AccessRuleResponse {
  accessRule: AccessRule | null;
}

/** Body of a request that sets an access rule. @public */
export interface PutAccessRuleRequest {
  spec: AccessRuleSpec;
  /** The revision that was edited, 0 when there was none. A different one in force is a conflict. */
  revision: number;
}

/** What one account's verdict on `access-valid` would become. @public */
export interface AccessRulePreviewChange {
  accountId: string;
  name: string | null;
  email: string | null;
  from: VerdictStatus;
  to: VerdictStatus;
}

/** What a rule would do if it were saved now. @public */
export interface AccessRulePreview {
  /** Current staff members the rule covers. */
  coveredStaff: number;
  /** Active accounts by what their verdict would be. */
  passing: number;
  failing: number;
  unknown: number;
  changes: AccessRulePreviewChange[];
  missingOrgRoles: string[];
}
