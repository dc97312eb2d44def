import { AccessRuleSpec } from './accessRuleSpec';
import { AccountKind, AccountState } from './account';
import { CheckId, Verdict } from './checks';
import { GroundedIdentity } from './identity';
import { OffboardedGround } from './offboardedGround';

/** What a check says of its subject; when and until when is added by its keeper. @public */
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

/** What of an account is judged. `null` is not told, and times are ISO 8601 in UTC. @public */
export interface SubjectAccount {
  id: string;
  state: AccountState;
  kind: AccountKind;
  email: string | null;
  gorgiasRole: string | null;
  ownTwoFactor: boolean | null;
  hasPassword: boolean | null;
  sso: string | null;
  deactivatedAt: string | null;
  /** When the first complete read without it began. */
  goneAt: string | null;
}

/** What of a staff member is looked at. @public */
export interface SubjectStaffMember {
  entityRef: string;
  displayName: string;
  /** Groups with their ancestors, and the job title. */
  orgRoles: string[];
  /** Entity refs of the direct groups. */
  groups: string[];
  /** Entity ref. */
  manager: string | null;
  state: 'current' | 'offboarded';
  offboardedAt: string | null;
  /** How we know. */
  offboardedGround: OffboardedGround | null;
}

/** How people may sign in to a Gorgias account at some time; `null` for not told. @public */
export interface SignInSettings {
  /** Whether passwords are off. */
  ssoEnforced: boolean | null;
  /** Whether everybody has to have an own second factor. */
  twoFactorEnforced: boolean | null;
  /** From when, which may lie ahead; `null` also when nobody has to. */
  twoFactorEnforcedAt: string | null;
  /** The ways of single sign-on that are on. */
  ssoWays: readonly string[] | null;
}

/** What all accounts of a system are judged by when they are judged together. @public */
export interface CommonGround {
  signInSettings: SignInSettings;
  /** The access rule of the critical system; `undefined` when there is none or it is not on the list. */
  rule: AccessRuleSpec | undefined;
  /** Entity refs of all staff members and groups that exist: those who can answer for something. */
  existing: ReadonlySet<string>;
  /** Entity ref of the owner of the system. */
  systemOwner: string | undefined;
  /** ISO 8601 in UTC. */
  now: string;
}

/** An account and what is known of it. @public */
export interface OwnSubject {
  account: SubjectAccount;
  identity: GroundedIdentity;
  /** The staff member it is identified as. */
  staffMember: SubjectStaffMember | undefined;
  /** When the account was last logged in to, as far as Gorgias' event log told. */
  lastLogInAt: string | null;
}

/** An account and everything that is known to judge it. @public */
export interface AccountSubject extends OwnSubject, CommonGround {}

/** A critical system, or an entity that could be one, and what is known to judge it. @public */
export interface SystemSubject {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  staff: readonly SubjectStaffMember[];
  /** Ids of the accounts that are not gone. */
  accountIds: readonly string[];
  /** Every org role that exists. */
  orgRoles: readonly string[];
  systemOwner: string | undefined;
  /** ISO 8601 in UTC. */
  now: string;
}

/** A check that judges every account. Pure: the same subject gives the same outcome. @public */
export interface AccountCheck {
  id: CheckId;
  judge(subject: AccountSubject): Outcome;
  /** Judges like `judge`, but many accounts one after the other, and those that are alike with one outcome for all. */
  judgeMany?(common: CommonGround): (subject: OwnSubject) => Outcome;
}
