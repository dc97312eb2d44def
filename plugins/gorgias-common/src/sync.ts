import { Message } from 'backstage-plugin-gorgias-checks';

/**
 * What made a sync run start: the schedule, a person, a connection just made,
 * a change that Gorgias' event log told of, or an admin who accepted what an
 * earlier run had found.
 *
 * @public
 */
export type SyncTrigger =
  | 'schedule'
  | 'manual'
  | 'connected'
  | 'event'
  | 'accepted';

/**
 * How a sync run ended, or that it did not yet. `held`: everything was read,
 * but it would have marked so many gone at once that an admin has to say
 * whether to believe it; nothing was changed.
 *
 * @public
 */
export type SyncOutcome = 'running' | 'complete' | 'failed' | 'held';

/** Somebody whom a held run would mark gone: an account, or a staff member. @public */
export interface HeldItem {
  /** Id of the account, or entity ref of the staff member. */
  ref: string;
  name: string | null;
  email: string | null;
}

/** A change that is too large to be believed without asking. @public */
export interface MassChange {
  /** Where it was read: Gorgias would lose accounts, the catalog staff members. */
  source: 'gorgias' | 'catalog';
  /** How many there were before: active accounts, or current staff members. */
  before: number;
  /** Everybody who would be gone. */
  gone: HeldItem[];
}

/** What became of a held run. `superseded`: a later run has taken its place. @public */
export type HeldDecision = 'accepted' | 'discarded' | 'superseded';

/** Why a run was held, and what was decided about it. @public */
export interface HeldChanges {
  changes: MassChange[];
  decision?: HeldDecision;
  /** User entity ref of who accepted or discarded it. */
  decidedBy?: string;
  decidedAt?: string;
}

/** One attempt to read everything from Gorgias and the catalog and judge it. @public */
export interface SyncRun {
  id: string;
  trigger: SyncTrigger;
  /** User entity ref of who asked for it, for manual and accepted runs. */
  requestedBy?: string;
  startedAt: string;
  finishedAt?: string;
  outcome: SyncOutcome;
  /** Pages read so far. */
  pages: number;
  /** Accounts read so far. */
  accounts: number;
  /** How often a request had to be sent again. */
  retries: number;
  /** What a complete run changed. */
  changes?: { added: number; updated: number; gone: number };
  /** Why a held run was held. */
  held?: HeldChanges;
  /** What went wrong and what to do, for failed runs. */
  error?: string;
}

/** Answer of `POST .../sync`, and of accepting or discarding a held run. @public */
export interface SyncNowResponse {
  run: SyncRun;
}

/**
 * Two things Gorgias says that can't both be true: its event log tells of
 * something, and the list of users, read later, shows otherwise.
 *
 * @public
 */
export interface Contradiction {
  accountId: string;
  /** As Gorgias names it, such as `user-deleted`. */
  eventType: string;
  /** When it happened, by Gorgias' clock. */
  eventAt: string;
  /** What contradicts what, in a sentence. */
  text: string;
  textParts?: Message[];
}

/**
 * The short cut by Gorgias' event log, which brings a sync forward when
 * something changed.
 *
 * @public
 */
export interface EarlyNews {
  /** `false`: changes are found by the schedule alone. */
  available: boolean;
  /** When the event log was last looked at, `null` when it never was. */
  checkedAt: string | null;
  /** Why it is not available, and what would help. */
  reason?: string;
  reasonParts?: Message[];
}

/** How the sync of one connected system goes, for monitoring. @public */
export interface SyncHealth {
  entityRef: string;
  connectionState: 'connected' | 'needs-reconnect' | 'disconnected';
  /** When the last complete read began, `null` before the first. */
  factsAt: string | null;
  stale: boolean;
  /** A run waits or runs for longer than any run may take. */
  stuck: boolean;
  /** A run waits for an admin to accept or discard it. */
  held: boolean;
  lastOutcome: SyncOutcome | null;
}

/** Answer of `GET /health`. @public */
export interface HealthResponse {
  /** `ok` when every connected system has fresh facts and no run is stuck or held. */
  status: 'ok' | 'degraded';
  systems: SyncHealth[];
}
