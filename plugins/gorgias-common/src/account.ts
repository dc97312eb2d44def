import {
  AccountKind,
  AccountState,
  CheckId,
  Identity,
  Verdict,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { AssignedIdentity, IdentitySuggestion } from './identity';
import { Contradiction } from './sync';

/** One row of the list of accounts of a critical system. @public */
export interface AccountRow {
  /** The id of the user in Gorgias, a 64-bit integer as a string. */
  id: string;
  name: string | null;
  email: string | null;
  /** The raw role name of Gorgias' API, see `gorgiasRoleTitle`. */
  gorgiasRole: string | null;
  kind: AccountKind;
  state: AccountState;
  /** Own second factor in Gorgias; `null` when Gorgias does not tell. */
  ownTwoFactor: boolean | null;
  /** The single sign-on provider, `null` for none known. */
  sso: string | null;
  createdAt: string | null;
  deactivatedAt: string | null;
  goneAt: string | null;
  /** The last log-in that Gorgias' event log told of, `null` when it told of none. */
  lastLogInAt: string | null;
  identity: Identity;
  /** Entity refs of the groups that the staff member is in directly. */
  orgRoles: string[];
  /** What a person said it is, while that is in force. */
  assigned?: AssignedIdentity;
  /** For a change of what the account is said to be. */
  identityEtag: string;
  /** The worst of the verdicts. */
  status: VerdictStatus;
  /** The verdicts of the four checks that judge accounts, in the order of CHECK_IDS. */
  verdicts: Verdict[];
  /** Where Gorgias contradicts itself about this account. */
  contradictions: Contradiction[];
}

/** Everything about one account, from `GET .../accounts/{accountId}`. @public */
export interface AccountDetails extends AccountRow {
  /** Who it may be of, when nobody is known. */
  suggestions: IdentitySuggestion[];
}

/** What a list of accounts can be narrowed to. @public */
export interface AccountFilter {
  /** Free text found in id, name, e-mail or the staff member's name. */
  search?: string;
  /** Only accounts with a verdict of this check. */
  check?: CheckId;
  /** Only accounts whose verdict (of `check` if given, else of any check) has this status. */
  status?: VerdictStatus;
  state?: AccountState;
  /** The raw role name of Gorgias' API; empty for accounts without a role. */
  gorgiasRole?: string;
  /** Entity ref of a group; only accounts of staff members in it, or in a group below it. */
  orgRole?: string;
  /** Only accounts that are identified like this. */
  identity?: Identity['type'];
}

/** What a list of accounts can be put in order by. @public */
export const ACCOUNT_ORDERS = [
  'createdAt',
  'name',
  'gorgiasRole',
  'state',
  'identity',
  'status',
] as const;

/**
 * The order of a list of accounts; `status` puts the worst first. Without it,
 * the oldest come first.
 *
 * @public
 */
export interface AccountOrder {
  orderBy?: (typeof ACCOUNT_ORDERS)[number];
  /** Default `asc`. */
  order?: 'asc' | 'desc';
}

/** A page of a list; `nextCursor` is opaque and absent on the last page. @public */
export interface Page<T> {
  items: T[];
  /** How many items the whole filtered list has. */
  totalItems: number;
  nextCursor?: string;
}
