import { Knex } from 'knex';
import { DatabaseAddress } from './databases';
import { PreparedSystem } from './preparedSystems';

/** What a benchmark measured several times in one run. */
export interface Figure {
  /** What was measured, in a few words. */
  what: string;
  /** On which data and which database. */
  on: string;
  unit: 's' | 'ms' | 'MB' | 'rows' | '/s' | '×' | 'kB' | '%';
  /** One number for each repetition. */
  values: number[];
  /** What the numbers are held against; measured in the same run, in the same unit. */
  baseline?: { what: string; values: number[] };
  /** What must be reached, by the medians. */
  mustReach?: Target;
}

/** What a figure must reach. */
export interface Target {
  /** In words. */
  text: string;
  holds(median: number, baseline: number): boolean;
}

/** What benchmarks are given. */
export interface BenchmarkContext {
  /** Smaller data and fewer repetitions, to see that everything works. */
  quick: boolean;
  /** How often to measure. */
  repetitions: number;
  /** An empty database of its own, closed after the benchmark. */
  openDatabase(engine: Engine): Promise<Knex>;
  /** The same, for another process to open. */
  makeDatabase(engine: Engine): Promise<DatabaseAddress>;
  /** One of its own with a system in it that was synced and judged; for another process, too. */
  prepareSystem(engine: Engine, accounts: number): Promise<PreparedSystem>;
  /** An empty folder of its own, removed after the benchmark. */
  makeFolder(): Promise<string>;
  /** Tells how far it is. */
  note(text: string): void;
}

/** The databases that the plugin runs on. */
export type Engine = 'SQLite' | 'PostgreSQL';

export const ENGINES: readonly Engine[] = ['SQLite', 'PostgreSQL'];

/** Measures one thing; its file is named after it. */
export interface Benchmark<Prepared = void> {
  name: string;
  /** Takes longer than a quick run may, however little it measures; part of one only by name. */
  isLong?: boolean;
  /** Makes what takes long to make and is not measured, while others do the same. */
  prepare?(context: BenchmarkContext): Promise<Prepared>;
  run(context: BenchmarkContext, prepared: Prepared): Promise<Figure[]>;
}

/** A target that is a number in the figure's own unit. */
export function under(limit: number, unit: Figure['unit']): Target {
  return { text: `under ${limit} ${unit}`, holds: median => median < limit };
}

/** A target that is a number and is to be reached from below. */
export function atLeast(limit: number, unit: Figure['unit']): Target {
  return {
    text: `at least ${limit} ${unit}`,
    holds: median => median >= limit,
  };
}

/** A target that is a multiple of the baseline. */
export function withinBaseline(times: number): Target {
  return {
    text: `at most ${times} × the baseline`,
    holds: (median, baseline) => median <= times * baseline,
  };
}
