import { VerdictStatus } from './checks';

/** Somebody who may use a system beyond what the rule says of everybody. @public */
export interface NamedAccess {
  /** Entity ref of a staff member, or `account:<id>` for an account that needs none, such as an external's. */
  subject: string;
  /** Where this was decided: a link, or the id of a ticket. */
  ticket: string;
  /** When it ends, ISO 8601 in UTC. */
  until: string;
}

/**
 * Who may validly use a critical system. People who are named may in any
 * case, with any Gorgias role, until their date.
 *
 * @public
 */
export type AccessRuleSpec =
  | {
      /** Every current staff member. */
      type: 'all-staff';
      people?: NamedAccess[];
    }
  | {
      /** The members of any of these org roles, members of child groups included. */
      type: 'org-roles';
      /** Entity refs of catalog groups, and job titles as `title:<title>`. */
      orgRoles: string[];
      /** By org role: the Gorgias roles it may have, as Gorgias' API names them. Any, for one that is not here. */
      gorgiasRoles?: Record<string, string[]>;
      people?: NamedAccess[];
    }
  | {
      /** Nobody but those who are named. */
      type: 'named-people';
      people: NamedAccess[];
    };

/** An access rule as it is in force. @public */
export interface AccessRule {
  spec: AccessRuleSpec;
  /** Counts up with each change; send it back to change this very version. */
  revision: number;
  updatedAt: string;
  /** User entity ref of who made the change. */
  updatedBy: string;
  /** Why it was changed, if that was said. */
  reason?: string;
  /** Org roles of the rule that the catalog does not have (any more). */
  missingOrgRoles: string[];
  /** Named people whom the catalog does not have (any more), and accounts that are gone. */
  missingPeople: string[];
}

/** One version of an access rule. @public */
export interface AccessRuleVersion {
  spec: AccessRuleSpec;
  revision: number;
  updatedAt: string;
  updatedBy: string;
  reason?: string;
}

/** Answer to reading an access rule; `null` while none was configured. @public */
export interface AccessRuleResponse {
  accessRule: AccessRule | null;
}

/** What is needed to set an access rule. @public */
export interface PutAccessRuleRequest {
  spec: AccessRuleSpec;
  /** The revision that was edited, 0 when there was none. A different one in force is a conflict. */
  revision: number;
  /** Why it is changed. */
  reason?: string;
  /** Of the preview that was looked at. If the facts have changed since, that is a conflict. */
  factsVersion?: string;
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
  exempt: number;
  unknown: number;
  changes: AccessRulePreviewChange[];
  missingOrgRoles: string[];
  missingPeople: string[];
  /** Stands for the facts this rests on; send it back when saving. */
  factsVersion: string;
}
