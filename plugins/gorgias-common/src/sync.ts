/** What made a sync run start. @public */
export type SyncTrigger = 'schedule' | 'manual' | 'connected';

/** How a sync run ended, or that it did not yet. @public */
export type SyncOutcome = 'running' | 'complete' | 'failed';

/** One attempt to read everything from Gorgias and the catalog and judge it. @public */
export interface SyncRun {
  id: string;
  trigger: SyncTrigger;
  /** User entity ref of who asked for it, for manual runs. */
  requestedBy?: string;
  startedAt: string;
  finishedAt?: string;
  outcome: SyncOutcome;
  /** Pages read so far. */
  pages: number;
  /** Accounts read so far. */
  accounts: number;
  /** What a complete run changed. */
  changes?: { added: number; updated: number; gone: number };
  /** What went wrong and what to do, for failed runs. */
  error?: string;
}

/** Answer of `POST .../sync`. @public */
export interface SyncNowResponse {
  run: SyncRun;
}
