import {
  CheckSummary,
  Message,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { AccessRule } from './accessRule';
import { AccountRow } from './account';
import { ConnectionMethod, ConnectionSummary } from './connection';
import { GorgiasAction } from './permissions';
import { Contradiction, EarlyNews, SyncRun } from './sync';

/**
 * The annotation of the entity that stands for a company's Gorgias account;
 * its value is the account's subdomain, such as `acme`.
 *
 * @public
 */
export const GORGIAS_SUBDOMAIN_ANNOTATION = 'gorgias.com/subdomain';

/** What is left to do on a system. @public */
export type PendingTaskId =
  | 'connect'
  | 'reconnect'
  | 'review-held-run'
  | 'mend-connection'
  | 'add-critical-system'
  | 'configure-access'
  | 'sync'
  | 'fix-failing'
  | 'clear-unknown'
  | 'look-into-contradictions'
  | 'look-into-use-after-leaving'
  | 'decide-exceptions'
  | 'finish-overdue-review'
  | 'sign-off-review'
  | 'carry-out-review';

/** One thing left to do, in the order it is best done. @public */
export interface PendingTask {
  id: PendingTaskId;
  title: string;
  titleParts?: Message[];
  /** How many there are of what is to be done, where that is counted. */
  count?: number;
  /** What happens until it is done, or how to do it. */
  description: string;
  descriptionParts?: Message[];
  /** Whether only an admin can do it. */
  adminOnly: boolean;
}

/** How current the facts are that the verdicts rest on. @public */
export interface Freshness {
  /** When the last complete read began, `null` before the first. */
  factsAt: string | null;
  staleAfterSeconds: number;
  stale: boolean;
}

/** Everything the card shows of one system, in one request. @public */
export interface SystemSummary {
  entityRef: string;
  title: string;
  /** Entity ref of the owner of the entity. */
  owner?: string;
  /** The value of the annotation, `null` when it is no valid subdomain. */
  subdomain: string | null;
  /** Since when and by whom it is on the list of critical systems, `null` when it is not. */
  critical: { addedAt: string; addedBy: string } | null;
  connection: ConnectionSummary | null;
  /** The ways to connect that the configuration allows, the best first. */
  connectMethods: ConnectionMethod[];
  freshness: Freshness;
  sync: {
    current: SyncRun | null;
    last: SyncRun | null;
    /** The run that waits for an admin to accept or discard it. */
    held: SyncRun | null;
    /** Whether a run waits or runs for longer than any run may take. */
    stuck: boolean;
  };
  earlyNews: EarlyNews;
  /** Where Gorgias contradicts itself, newest first, at most 20. */
  contradictions: Contradiction[];
  /** The five checks, in the order of CHECK_IDS. */
  checks: CheckSummary[];
  /** The worst of the five. */
  status: VerdictStatus;
  accounts: { active: number; deactivated: number; gone: number };
  accessRule: AccessRule | null;
  pendingTasks: PendingTask[];
  /** The accounts of the person who asks. */
  ownAccounts: AccountRow[];
  /** How many people who left still have an active account, and how many used one since. */
  offboarded: { active: number; usedAfterLeaving: number };
  /** How many exceptions wait for somebody to approve or refuse them. */
  requestedExceptions: number;
  /** What the person who asks may do. */
  actions: GorgiasAction[];
  /** Whether the person who asks may administrate the system. */
  canManage: boolean;
}

/** One row of the list of critical systems. @public */
export interface SystemListItem {
  entityRef: string;
  title: string;
  /** `false` when the entity has vanished from the catalog. */
  entityExists: boolean;
  subdomain: string | null;
  connectionState: ConnectionSummary['state'] | 'not-connected';
  freshness: Freshness;
  status: VerdictStatus;
  checks: CheckSummary[];
  pendingTasks: number;
}

/** Body of `POST /systems`. @public */
export interface AddCriticalSystemRequest {
  entityRef: string;
}
