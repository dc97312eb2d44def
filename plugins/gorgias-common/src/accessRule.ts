import { AccessRuleSpec, VerdictStatus } from 'backstage-plugin-gorgias-checks';

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
