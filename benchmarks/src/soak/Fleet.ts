import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ReplicaOptions } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaMessages';
import { ReplicaProcess } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaProcess';
import { Canaries } from './Canaries';
import { FromReplica, ToReplica } from './messages';
import { Timeline } from './Timeline';

const ENTRY = resolvePackagePath('benchmarks', 'src/soak/replica.ts');
/** More than a database that is away takes to come back. */
const MOST_ATTEMPTS = 5;
/** How long a replica may take to end when it is asked to. */
const LONGEST_END_MILLISECONDS = 40_000;

interface FleetOptions {
  size: number;
  timeline: Timeline;
  canaries: Canaries;
  /** The whole app configuration of a replica that starts now. */
  configOf: (name: string) => ReplicaOptions['config'];
}

/** The replicas that run, each replaced by another when it ends. One thing at a time is done to them. */
export class Fleet {
  static async start(options: FleetOptions): Promise<Fleet> {
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-soak-'));
    // At the exit, so that nothing is left of an interrupted soak either.
    process.once('exit', () =>
      rmSync(folder, { recursive: true, force: true }),
    );
    const fleet = new Fleet(options, folder);
    // The first alone, since Knex can't make its own tables twice at once.
    for (let place = 0; place < options.size; place += 1) {
      fleet.#places.push(fleet.#load());
      await fleet.#startAt(place);
    }
    fleet.#spare = fleet.#load();
    return fleet;
  }

  readonly #options: FleetOptions;
  readonly #compileCache: string;
  readonly #places: ReplicaProcess[] = [];
  readonly #all: ReplicaProcess[] = [];
  /** Those that end because we end them. */
  readonly #condemned = new Set<ReplicaProcess>();
  #spare: ReplicaProcess | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: FleetOptions, compileCache: string) {
    this.#options = options;
    this.#compileCache = compileCache;
  }

  get ready(): ReplicaProcess[] {
    return this.#places.filter(({ isReady }) => isReady);
  }

  /** The one at a place, or another that answers while it does not. */
  at(place: number): ReplicaProcess | undefined {
    const wanted = this.#places[place];
    return wanted.isReady ? wanted : this.ready[0];
  }

  /** How many processes there have been. */
  get started(): number {
    return this.#all.length;
  }

  tell(place: number, message: ToReplica): void {
    this.#places[place].tell(message);
  }

  tellAll(message: ToReplica): void {
    this.ready.forEach(replica => replica.tell(message));
  }

  /** Ends a replica, and starts another in its place. */
  replace(place: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    return this.#inTurn(async () => {
      const victim = this.#places[place];
      this.#condemned.add(victim);
      const ended = victim.kill(signal);
      const inTime = await Promise.race([
        ended.then(() => true),
        delay(LONGEST_END_MILLISECONDS, false, { ref: false }),
      ]);
      if (!inTime) {
        this.#options.timeline.breach(
          `${victim.name} did not end within ${
            LONGEST_END_MILLISECONDS / 1000
          } s of ${signal}`,
        );
        await victim.kill();
      }
      await this.#fill(place);
    });
  }

  /** Starts another for each that has ended by itself, which none should. */
  revive(): Promise<void> {
    return this.#inTurn(async () => {
      for (const [place, replica] of this.#places.entries()) {
        if (!replica.isAlive && !this.#condemned.has(replica)) {
          this.#options.timeline.breach(
            `${replica.name} ended by itself: ${replica.log
              .slice(-30)
              .join(' | ')}`,
          );
          await this.#fill(place);
        }
      }
    });
  }

  async stop(): Promise<void> {
    this.#all.forEach(replica => this.#condemned.add(replica));
    await Promise.all(this.#all.map(replica => replica.kill()));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  async #fill(place: number): Promise<void> {
    this.#places[place] = this.#spare!;
    this.#spare = this.#load();
    await this.#startAt(place);
  }

  /** Tries until it starts, as an orchestrator does; no backend starts while the database is away. */
  async #startAt(place: number): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const replica = this.#places[place];
      try {
        await replica.start({
          config: this.#options.configOf(replica.name),
          logLevel: 'info',
        });
        return;
      } catch (error) {
        this.#condemned.add(replica);
        await replica.kill();
        this.#options.timeline.mark(
          'kill',
          `${replica.name} could not start, attempt ${attempt}`,
        );
        if (attempt === MOST_ATTEMPTS) {
          throw error;
        }
        this.#places[place] = this.#load();
        await delay(2_000);
      }
    }
  }

  #load(): ReplicaProcess {
    const { timeline, canaries } = this.#options;
    const name = `replica-${this.#all.length + 1}`;
    const replica = new ReplicaProcess(name, this.#compileCache, {
      entry: ENTRY,
      nodeOptions: ['--expose-gc'],
      onLine: line => canaries.look(`the log of ${name}`, line),
      onMessage: message => {
        const { type } = message as FromReplica;
        if (type === 'measurement' || type === 'uncaught') {
          timeline.hear(name, message as FromReplica);
        }
      },
    });
    this.#all.push(replica);
    return replica;
  }
}
