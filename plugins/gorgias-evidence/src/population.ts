import { staleStatus, VerdictStatus } from 'backstage-plugin-gorgias-checks';
import { Json, JsonObject } from './canonical';
import { LedgerEntry } from './entry';
import type { RecordedSystem, RowFacts } from './facts';

/** How one check of an account stood. @public */
export type PopulationVerdict = {
  status: VerdictStatus;
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
  /** Whether the access control of the system was configured; `null` for what an earlier version entered. */
  accessControl: PopulationVerdict | null;
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

/** Hears that a row became another, appeared or went. @public */
export type OnRowChange = (
  before: PopulationRow | undefined,
  after: PopulationRow | undefined,
) => void;

/**
 * Puts together who had access to a system, from the entries of the ledger in
 * their order, beginning with a snapshot.
 *
 * @public
 */
export class PopulationReplay {
  readonly #entityRef: string;
  readonly #rows = new Map<string, PopulationRow>();
  readonly #onChange: OnRowChange;
  #known = false;
  #factsAt: string | null = null;
  #accessControl: PopulationVerdict | null = null;
  #staleAfterSeconds = 0;

  /** @param onChange - hears of every row that is put, another before or not, and that is removed */
  constructor(entityRef: string, onChange: OnRowChange = () => {}) {
    this.#entityRef = entityRef;
    this.#onChange = onChange;
  }

  /** Whether a snapshot says who had access. */
  get isKnown(): boolean {
    return this.#known;
  }

  /** Takes an entry into account; those of other systems and kinds change nothing. */
  add({ entityRef, kind, body }: LedgerEntry): void {
    if (entityRef !== this.#entityRef || body === null) {
      return;
    }
    if (body.system) {
      const { verdict } = body.system as unknown as RecordedSystem;
      this.#accessControl = verdict;
    }
    if (kind === POPULATION_KINDS.syncRun && body.outcome === 'complete') {
      this.#freshen(body);
    } else if (kind === POPULATION_KINDS.snapshot) {
      [...this.#rows.keys()].forEach(id => this.#remove(id));
      this.#known = true;
      this.#freshen(body);
      this.#put(body.rows);
    } else if (kind === POPULATION_KINDS.part) {
      this.#put(body.rows);
    } else if (kind === POPULATION_KINDS.change) {
      (body.removed as string[]).forEach(id => this.#remove(id));
      this.#put(body.rows);
    }
  }

  /** Who had access, `undefined` when no snapshot says so. Verdicts on facts that were too old are stale. */
  at(time: string): Population | undefined {
    if (!this.#known) {
      return undefined;
    }
    const rows = [...this.#rows.values()].sort(byAccountId);
    return {
      at: time,
      factsAt: this.#factsAt,
      ...(this.isStaleAt(time)
        ? {
            rows: rows.map(asStale),
            accessControl:
              this.#accessControl && whenStale(this.#accessControl),
          }
        : { rows, accessControl: this.#accessControl }),
    };
  }

  /** Whether the facts are older at a time than they may be. */
  isStaleAt(time: string): boolean {
    return (
      this.#factsAt !== null &&
      Date.parse(time) >
        Date.parse(this.#factsAt) + this.#staleAfterSeconds * 1000
    );
  }

  #freshen({ factsAt, staleAfterSeconds }: JsonObject): void {
    this.#factsAt = factsAt as string | null;
    this.#staleAfterSeconds = staleAfterSeconds as number;
  }

  #put(rows: Json): void {
    for (const { facts, ...row } of rows as unknown as PopulationRow[]) {
      this.#onChange(this.#rows.get(row.accountId), row);
      this.#rows.set(row.accountId, row);
    }
  }

  #remove(id: string): void {
    this.#onChange(this.#rows.get(id), undefined);
    this.#rows.delete(id);
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
        whenStale(verdict),
      ]),
    ),
  };
}

function whenStale(verdict: PopulationVerdict): PopulationVerdict {
  return { ...verdict, status: staleStatus(verdict.status) };
}
