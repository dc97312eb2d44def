import { median } from '../statistics';
import { Sample } from './Timeline';

/** A process that lives shorter is still warming up. */
const SHORTEST_LIFE_SECONDS = 40;

/** How something of a replica was early and late in its life. */
export interface Drift {
  replica: string;
  seconds: number;
  what: string;
  /** The medians of the second and of the last quarter of its life. */
  early: number;
  late: number;
  /** The most that it may be late. */
  bound: number;
}

interface Measure {
  what: string;
  of(sample: Sample): number;
  /** How much more there may be late than early. */
  slack(early: number): number;
}

const MEGABYTE = 1024 * 1024;

export const MEMORY: readonly Measure[] = [
  {
    what: 'heap after a collection, MB',
    of: ({ heapUsed }) => heapUsed / MEGABYTE,
    slack: early => early * 0.08 + 4,
  },
  {
    what: 'resident memory, MB',
    of: ({ rss }) => rss / MEGABYTE,
    // The allocator gives back late and not everything.
    slack: early => early * 0.15 + 20,
  },
];

export const HANDLES: readonly Measure[] = [
  {
    what: 'sockets, pipes and files',
    of: ({ resources }) => sum(resources, kind => kind !== 'Timeout'),
    slack: () => 12,
  },
  {
    what: 'timers',
    of: ({ resources }) => sum(resources, kind => kind === 'Timeout'),
    slack: () => 12,
  },
];

/** How much of it there was early and late, of each replica that lived long enough. */
export function drifts(
  samples: readonly Sample[],
  measures: readonly Measure[],
): Drift[] {
  const byReplica = new Map<string, Sample[]>();
  for (const sample of samples) {
    byReplica.set(sample.replica, [
      ...(byReplica.get(sample.replica) ?? []),
      sample,
    ]);
  }
  return [...byReplica].flatMap(([replica, life]) => {
    const seconds = life.at(-1)!.at - life[0].at;
    if (seconds < SHORTEST_LIFE_SECONDS) {
      return [];
    }
    const quarter = life.length / 4;
    const second = life.slice(quarter, quarter * 2);
    const last = life.slice(quarter * 3);
    return measures.map(({ what, of, slack }) => {
      const early = median(second.map(of));
      return {
        replica,
        seconds,
        what,
        early,
        late: median(last.map(of)),
        bound: early + slack(early),
      };
    });
  });
}

function sum(
  resources: Record<string, number>,
  counts: (kind: string) => boolean,
): number {
  return Object.entries(resources)
    .filter(([kind]) => counts(kind))
    .reduce((total, [, number]) => total + number, 0);
}
