import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { exitCodeOf, startTree } from './processes.mjs';

// As `backstage-cli package start` runs a backend, without its eye on the files.
const LOADER = [
  '--enable-source-maps',
  '--require',
  createRequire(import.meta.url).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  ),
];

// A backend of which a plugin could not start goes on, and is never ready.
const FAILED = 'Backend startup failed';

/** A Backstage backend, run from its source, whose lines begin with its name. */
export class BackendProcess {
  /** Resolves to its exit code. */
  ended;
  #failed;

  constructor(name, { node, folder, entry, configs, env, port }) {
    this.name = name;
    this.url = `http://localhost:${port}`;
    const child = startTree(
      node,
      [...LOADER, entry, ...configs.flatMap(file => ['--config', file])],
      // What is for development only, such as the guest, is off otherwise.
      { cwd: folder, env: { ...env, NODE_ENV: 'development' } },
    );
    this.pid = child.pid;
    this.ended = exitCodeOf(child);
    this.#failed = new Promise(resolve => {
      for (const output of ['stdout', 'stderr']) {
        createInterface({ input: child[output] }).on('line', line => {
          process[output].write(`[${name}] ${line}\n`);
          if (line.includes(FAILED)) resolve();
        });
      }
    });
  }

  /** Waits until it is ready; resolves to false when it will never be. */
  async isReady() {
    const over = Promise.race([this.#failed, this.ended]).then(() => false);
    let ready;
    while (ready === undefined) {
      ready = await Promise.race([over, this.#asks()]);
    }
    return ready;
  }

  async #asks() {
    await delay(250);
    return fetch(`${this.url}/.backstage/health/v1/readiness`).then(
      answer => answer.ok || undefined,
      () => undefined,
    );
  }
}
