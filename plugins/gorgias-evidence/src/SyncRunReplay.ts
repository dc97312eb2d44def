import { LedgerEntry } from './entry';
import { POPULATION_KINDS } from './population';

/** How the sync runs of a period ended. */
export interface SyncRunCounts {
  complete: number;
  /** Waiting for somebody, since too much would have gone at once. */
  held: number;
  failed: number;
}

/** Counts the sync runs of a system from a time on. */
export class SyncRunReplay {
  readonly #from: string;
  readonly #counts: SyncRunCounts = { complete: 0, held: 0, failed: 0 };

  constructor(from: string) {
    this.#from = from;
  }

  /** Takes an entry of the system into account. */
  add({ kind, at, body }: LedgerEntry): void {
    const outcome = body?.outcome as keyof SyncRunCounts;
    if (
      kind === POPULATION_KINDS.syncRun &&
      at >= this.#from &&
      Object.keys(this.#counts).includes(outcome)
    ) {
      this.#counts[outcome] += 1;
    }
  }

  counts(): SyncRunCounts {
    return { ...this.#counts };
  }
}
