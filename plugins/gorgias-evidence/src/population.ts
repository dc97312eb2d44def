import { Json, JsonObject } from './canonical';
import { LedgerEntry } from './entry';
import type { RowFacts } from './facts';

/** How one check of an account stood. @public */
export type PopulationVerdict = {
  status: string;
  since: string;
  exceptionId?: string;
};

/** One account as it was known at a time: who had access, as whom, with which verdicts. @public */
export type PopulationRow = {
  accountId: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  kind: string;
  /** `active` or `deactivated`. Who is gone has no access, and is not in it. */
  state: string;
  identity: {
    type: string;
    staffRef?: string;
    displayName?: string;
    staffState?: string;
    owner?: string;
    purpose?: string;
    reviewAt?: string;
  };
  /** By the id of the check. */
  verdicts: { [checkId: string]: PopulationVerdict };
  /** What it was judged by; none in what an earlier version entered, nor in a {@link Population}. */
  facts?: RowFacts;
};

/** Who had access to a system at a time. @public */
export interface Population {
  /** Of this time, ISO 8601 in UTC. */
  at: string;
  /** When the last complete read began, `null` before the first. */
  factsAt: string | null;
  rows: PopulationRow[];
}

/** The kinds of entries that populations are put together from. @public */
export const POPULATION_KINDS = {
  /** Everybody, or the first part of them. */
  snapshot: 'population-snapshot',
  /** A further part of a snapshot of many. */
  part: 'population-part',
  /** Those of whom something changed. */
  change: 'population-change',
  /** A complete read makes facts fresh, also when nothing changed. */
  syncRun: 'sync-run',
} as const;

/**
 * Puts together who had access to a system, from the entries of the ledger in
 * their order, beginning with a snapshot.
 *
 * @public
 */
export class PopulationReplay {
  readonly #entityRef: string;
  readonly #rows = new Map<string, PopulationRow>();
  #known = false;
  #factsAt: string | null = null;
  #staleAfterSeconds = 0;

  constructor(entityRef: string) {
    this.#entityRef = entityRef;
  }

  /** Takes an entry into account; those of other systems and kinds change nothing. */
  add({ entityRef, kind, body }: LedgerEntry): void {
    if (entityRef !== this.#entityRef || body === null) {
      return;
    }
    if (kind === POPULATION_KINDS.syncRun && body.outcome === 'complete') {
      this.#freshen(body);
    } else if (kind === POPULATION_KINDS.snapshot) {
      this.#rows.clear();
      this.#known = true;
      this.#freshen(body);
      this.#put(body.rows);
    } else if (kind === POPULATION_KINDS.part) {
      this.#put(body.rows);
    } else if (kind === POPULATION_KINDS.change) {
      for (const id of body.removed as string[]) {
        this.#rows.delete(id);
      }
      this.#put(body.rows);
    }
  }

  /** Who had access, `undefined` when no snapshot says so. Verdicts on facts that were too old are stale. */
  at(time: string): Population | undefined {
    if (!this.#known) {
      return undefined;
    }
    const isStale =
      this.#factsAt !== null &&
      Date.parse(time) >
        Date.parse(this.#factsAt) + this.#staleAfterSeconds * 1000;
    const rows = [...this.#rows.values()].sort(byAccountId);
    return {
      at: time,
      factsAt: this.#factsAt,
      rows: isStale ? rows.map(asStale) : rows,
    };
  }

  #freshen({ factsAt, staleAfterSeconds }: JsonObject): void {
    this.#factsAt = factsAt as string | null;
    this.#staleAfterSeconds = staleAfterSeconds as number;
  }

  #put(rows: Json): void {
    for (const { facts, ...row } of rows as unknown as PopulationRow[]) {
      this.#rows.set(row.accountId, row);
    }
  }
}

function byAccountId(a: PopulationRow, b: PopulationRow): number {
  return a.accountId < b.accountId ? -1 : 1;
}

function asStale(row: PopulationRow): PopulationRow {
  return {
    ...row,
    verdicts: Object.fromEntries(
      Object.entries(row.verdicts).map(([checkId, verdict]) => [
        checkId,
        ['not-applicable', 'not-configured'].includes(verdict.status)
          ? verdict
          : { ...verdict, status: 'stale' },
      ]),
    ),
  };
}
