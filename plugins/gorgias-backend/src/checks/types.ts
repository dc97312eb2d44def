import {
  AccessRuleSpec,
  CheckId,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { SignInSettings } from '../accounts/signInSettings';
import { GroundedIdentity } from '../identities/identity';
import { StaffMember } from '../staff/staffMember';

/** What a check says of its subject; when and until when is added by its keeper. */
export type Outcome = Pick<
  Verdict,
  | 'status'
  | 'ground'
  | 'groundParts'
  | 'remedy'
  | 'remedyParts'
  | 'facts'
  | 'owner'
>;

/** An account and everything that is known to judge it. */
export interface AccountSubject {
  account: Account;
  identity: GroundedIdentity;
  /** The staff member it is identified as. */
  staffMember: StaffMember | undefined;
  signInSettings: SignInSettings;
  /** The access rule of the critical system; `undefined` when there is none or it is not on the list. */
  rule: AccessRuleSpec | undefined;
  /** Entity refs of all staff members and groups that exist: those who can answer for something. */
  existing: ReadonlySet<string>;
  /** When the account was last logged in to, as far as Gorgias' event log told. */
  lastLogInAt: string | null;
  /** Entity ref of the owner of the system. */
  systemOwner: string | undefined;
  /** ISO 8601 in UTC. */
  now: string;
}

/** A critical system, or an entity that could be one, and what is known to judge it. */
export interface SystemSubject {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  staff: readonly StaffMember[];
  /** Ids of the accounts that are not gone. */
  accountIds: readonly string[];
  /** Every org role that exists. */
  orgRoles: readonly string[];
  systemOwner: string | undefined;
  /** ISO 8601 in UTC. */
  now: string;
}

/** A check that judges every account. Pure: the same subject gives the same outcome. */
export interface AccountCheck {
  id: CheckId;
  judge(subject: AccountSubject): Outcome;
}
