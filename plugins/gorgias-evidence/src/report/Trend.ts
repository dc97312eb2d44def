import {
  countStatuses,
  staleStatus,
  VerdictCounts,
  worstStatus,
} from 'backstage-plugin-gorgias-checks';
import { PopulationRow } from '../population';

/** How many accounts stood how at a time, by the worst of their verdicts. */
export interface TrendPoint {
  at: string;
  /** `undefined`: the ledger does not tell who had access. */
  counts: VerdictCounts | undefined;
}

/** What is known of the facts at a time. */
export interface Freshness {
  readonly isKnown: boolean;
  isStaleAt(time: string): boolean;
}

const DAY_MS = 24 * 3600_000;
/** More can't be told apart in a plot. */
const MOST_POINTS = 120;

/**
 * VerdictCounts over a period how accounts stood, once a day, or every few days of a
 * long one. Each change of an account is counted when it comes, so that it
 * takes no looking through all of them.
 */
export class Trend {
  readonly #times: string[];
  readonly #points: TrendPoint[] = [];
  readonly #fresh = countStatuses([]);
  readonly #stale = countStatuses([]);

  constructor(period: { from: string; to: string }) {
    this.#times = timesOf(period);
  }

  /** Takes into account that a row of the population became another, appeared or went. */
  change(
    before: PopulationRow | undefined,
    after: PopulationRow | undefined,
  ): void {
    this.#count(before, -1);
    this.#count(after, 1);
  }

  /** Notes how it stood at the times before this one, which the next change may alter. */
  advance(time: string, freshness: Freshness): void {
    while (this.#times[this.#points.length] < time) {
      this.#points.push(
        this.#pointAt(this.#times[this.#points.length], freshness),
      );
    }
  }

  /** The oldest first, when nothing changes any more. */
  points(freshness: Freshness): TrendPoint[] {
    const rest = this.#times.slice(this.#points.length);
    return [
      ...this.#points,
      ...rest.map(time => this.#pointAt(time, freshness)),
    ];
  }

  #pointAt(at: string, freshness: Freshness): TrendPoint {
    const counts = freshness.isStaleAt(at) ? this.#stale : this.#fresh;
    return { at, counts: freshness.isKnown ? { ...counts } : undefined };
  }

  #count(row: PopulationRow | undefined, by: 1 | -1): void {
    if (row) {
      const statuses = Object.values(row.verdicts).map(({ status }) => status);
      this.#fresh[worstStatus(statuses)] += by;
      this.#stale[worstStatus(statuses.map(staleStatus))] += by;
    }
  }
}

function timesOf({ from, to }: { from: string; to: string }): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const days = Math.ceil((last - first) / DAY_MS);
  const step = DAY_MS * Math.max(1, Math.ceil(days / (MOST_POINTS - 1)));
  const times: string[] = [];
  for (let time = first; time < last; time += step) {
    times.push(new Date(time).toISOString());
  }
  return [...times, to];
}
