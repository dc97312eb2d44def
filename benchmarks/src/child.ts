import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** What a child tells. Backstage's transform sends messages of its own. */
type Message<Result> =
  | { type: 'done'; result: Result }
  | { type: 'failed'; problem: string };

/** A process of its own, so that it takes no time or memory of what is measured elsewhere. */
export interface Child<Result> {
  /** What it told once it was ready. */
  result: Result;
  stop(): Promise<void>;
}

/**
 * Starts a process, and waits until it is ready.
 *
 * @param file - next to this one, which calls {@link beChild}
 */
export async function startChild<Result>(
  file: string,
  options: object,
  env: Record<string, string> = {},
): Promise<Child<Result>> {
  const script = resolvePackagePath('benchmarks', 'src', file);
  const child = fork(script, [JSON.stringify(options)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const result = await new Promise<Result>((resolve, reject) => {
    child.on('message', (message: Message<Result>) => {
      if (message.type === 'done') resolve(message.result);
      if (message.type === 'failed') reject(new Error(message.problem));
    });
    child.once('exit', code => reject(new Error(`${file} ended: ${code}`)));
  });
  return {
    result,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Does the work of a child, and goes on until it is stopped. */
export function beChild<Options>(
  work: (options: Options) => Promise<object>,
): void {
  // It does not outlive the benchmark, whatever becomes of that.
  process.once('disconnect', () => process.exit(1));
  work(JSON.parse(process.argv[2])).then(
    result => process.send!({ type: 'done', result }),
    error => {
      process.send!({ type: 'failed', problem: error.stack }, () =>
        process.exit(1),
      );
    },
  );
}
