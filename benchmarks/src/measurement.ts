import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Benchmark, BenchmarkContext } from './benchmark';
import { Databases } from './databases';
import { PreparedSystems } from './preparedSystems';
import { ReportRow, summarise } from './report';

const REPETITIONS = 3;
const QUICK_REPETITIONS = 2;

/** What a run measures with. */
export interface MeasurementOptions {
  quick: boolean;
  /** Of a server on which databases may be made. */
  postgresUrl: string;
  systems: PreparedSystems;
}

/** A benchmark in a run, with all that it makes. */
export class Measurement {
  readonly #benchmark: Benchmark<any>;
  readonly #context: BenchmarkContext;
  readonly #databases: Databases;
  readonly #folders: string[] = [];
  #prepared: unknown;

  constructor(
    benchmark: Benchmark<any>,
    { quick, postgresUrl, systems }: MeasurementOptions,
  ) {
    const databases = new Databases(postgresUrl);
    this.#benchmark = benchmark;
    this.#databases = databases;
    this.#context = {
      quick,
      repetitions: quick ? QUICK_REPETITIONS : REPETITIONS,
      openDatabase: engine => databases.open(engine),
      makeDatabase: engine => databases.make(engine),
      prepareSystem: (engine, accounts) =>
        systems.copy(engine, accounts, databases),
      makeFolder: () => this.#makeFolder(),
      note: text => process.stderr.write(`  ${benchmark.name}: ${text}\n`),
    };
  }

  /** Makes what takes long to make. */
  async prepare(): Promise<void> {
    await this.#timed('prepared in', async () => {
      this.#prepared = await this.#benchmark.prepare?.(this.#context);
    });
  }

  /** Measures, and removes what was made. */
  async measure(): Promise<ReportRow[]> {
    try {
      return await this.#timed('took', async () => {
        const figures = await this.#benchmark.run(
          this.#context,
          this.#prepared,
        );
        return figures.map(figure => summarise(this.#benchmark.name, figure));
      });
    } finally {
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.#databases.close();
    for (const folder of this.#folders.splice(0)) {
      await rm(folder, { recursive: true });
    }
  }

  async #timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await work();
    const seconds = Math.round((performance.now() - begun) / 1000);
    this.#context.note(`${what} ${seconds} s`);
    return result;
  }

  async #makeFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-benchmark-'));
    this.#folders.push(folder);
    return folder;
  }
}
