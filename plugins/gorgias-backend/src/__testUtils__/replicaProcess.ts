import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ReplicaMessage, ReplicaOptions } from './replicaMessages';

const ENTRY = resolvePackagePath(
  'backstage-plugin-gorgias-backend',
  'src/__testUtils__/replica.ts',
);
const KEPT_LOG_LINES = 200;

/** What a replica is that is more than the usual one. */
export interface ReplicaKind {
  /** The file to run. */
  entry?: string;
  nodeOptions?: string[];
  /** Hears every line it writes. */
  onLine?: (line: string) => void;
  /** Hears everything it tells. */
  onMessage?: (message: unknown) => void;
}

/** One backend in a process of its own. Its code is loaded at once; it becomes a backend when it is started. */
export class ReplicaProcess {
  readonly name: string;
  /** What it wrote, the last lines of it. */
  readonly log: string[] = [];
  /** The tasks that the scheduler lets it do just now. */
  readonly tasks = new Set<string>();
  readonly #process: ChildProcess;
  readonly #loaded: Promise<unknown>;
  #port: number | undefined;
  #onTask = () => {};

  /** @param compileCache - a folder that replicas of one test share, to load faster */
  constructor(name: string, compileCache: string, kind: ReplicaKind = {}) {
    this.name = name;
    const { JEST_WORKER_ID, ...env } = process.env;
    this.#process = fork(kind.entry ?? ENTRY, {
      // As `backstage-cli package start` does.
      execArgv: [
        '--enable-source-maps',
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        ...(kind.nodeOptions ?? []),
      ],
      env: {
        ...env,
        NODE_ENV: 'development',
        NODE_COMPILE_CACHE: compileCache,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = text.split('\n').filter(Boolean);
        lines.forEach(line => kind.onLine?.(line));
        this.log.push(...lines);
        this.log.splice(0, this.log.length - KEPT_LOG_LINES);
      });
    }
    this.#process.on('message', (message: ReplicaMessage) => {
      kind.onMessage?.(message);
      if (message.type === 'task') {
        this.tasks[message.running ? 'add' : 'delete'](message.id);
        this.#onTask();
      }
    });
    this.#loaded = this.#hear('loaded');
    this.#loaded.catch(() => {});
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  get isReady(): boolean {
    return this.isAlive && this.#port !== undefined;
  }

  get baseUrl(): string {
    return `http://localhost:${this.#port}/api/gorgias`;
  }

  /** Waits until its code is loaded. */
  async load(): Promise<void> {
    await this.#loaded;
  }

  /** Becomes a backend. */
  async start(options: ReplicaOptions): Promise<void> {
    await this.load();
    const ready = this.#hear('ready');
    this.#process.send({ type: 'start', options } satisfies ReplicaMessage);
    this.#port = (await ready).port;
  }

  /** Waits until the scheduler lets it do a task. */
  async startsTask(id: string): Promise<void> {
    while (!this.tasks.has(id)) {
      await new Promise<void>(resolve => {
        this.#onTask = resolve;
      });
    }
  }

  /** Stops it in the middle of whatever it does, so that it knows nothing of it. */
  freeze(): void {
    this.#process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process.kill('SIGCONT');
  }

  /** Tells it something that only a replica of its kind knows. */
  tell(message: object): void {
    if (this.isAlive && this.#process.connected) {
      this.#process.send(message);
    }
  }

  /** Ends it by a signal, at once if none is told. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (this.isAlive) {
      const exit = once(this.#process, 'exit');
      this.#process.kill(signal);
      await exit;
    }
    this.tasks.clear();
  }

  /** Lets go of it, as happens when the process of the test ends. */
  async abandon(): Promise<void> {
    const exit = once(this.#process, 'exit');
    this.#process.disconnect();
    await exit;
  }

  #hear<T extends ReplicaMessage['type']>(
    type: T,
  ): Promise<ReplicaMessage & { type: T }> {
    return new Promise((resolve, reject) => {
      this.#process.on('message', (message: ReplicaMessage) => {
        if (message.type === type) {
          resolve(message as ReplicaMessage & { type: T });
        }
      });
      this.#process.once('exit', () =>
        reject(
          new Error(`${this.name} ended by itself:\n${this.log.join('\n')}`),
        ),
      );
    });
  }
}
