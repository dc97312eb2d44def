import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Benchmark, Figure, under } from './benchmark';
import { CompiledPackages } from './compiledPackages';

const PLUGIN = 'backstage-plugin-gorgias-backend';
/**
 * What the plugin works with, and is in every host that has it. It is loaded
 * before, and not started: both take so long that they differ by more from one
 * time to the next than what is measured.
 */
const HOST = [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-notifications-backend',
  '@backstage/plugin-signals-backend',
  '@backstage/plugin-events-backend',
];

/** With a database as a restart finds it: tables are made the first time. */
const configIn = (folder: string) => ({
  app: { baseUrl: 'http://localhost:3000' },
  backend: {
    baseUrl: 'http://localhost:7007',
    listen: { host: '127.0.0.1', port: 0 },
    database: {
      client: 'better-sqlite3',
      connection: { directory: join(folder, 'databases') },
    },
  },
  gorgias: {
    oauth: { clientId: 'benchmark', clientSecret: 'benchmark' },
    encryption: { keys: [{ id: 'benchmark', secret: 'x'.repeat(32) }] },
    staff: { offboarded: { annotation: 'acme.example/offboarded-on' } },
  },
});

interface Started {
  milliseconds: number;
  processorMilliseconds: number;
}

/** How much later a backend is ready because the plugin is in it. */
export const start: Benchmark = {
  name: 'start',
  async run({ quick, repetitions, note }) {
    const packages = await CompiledPackages.create();
    try {
      const files = {
        program: join(packages.folder, 'host.cjs'),
        config: join(packages.folder, 'app-config.json'),
      };
      copyFileSync(require.resolve('./host.cjs'), files.program);
      writeFileSync(files.config, JSON.stringify(configIn(packages.folder)));
      const without: Started[] = [];
      const having: Started[] = [];
      // The first time makes the tables, and reads from disk what later comes from memory.
      const rounds = quick ? 1 : 4 * repetitions - 1;
      for (let round = 0; round <= rounds; round += 1) {
        note(round === 0 ? 'warms up' : `round ${round}`);
        const before = await startOnce(files, []);
        const after = await startOnce(files, [PLUGIN]);
        if (round > 0) {
          without.push(before);
          having.push(after);
        }
      }
      const figureOf = (what: string, key: keyof Started): Figure => ({
        what,
        on: 'SQLite, all tables there',
        unit: 'ms',
        values: having.map((after, round) => after[key] - without[round][key]),
        baseline: {
          what: 'the backend without it',
          values: without.map(before => before[key]),
        },
      });
      return [
        {
          ...figureOf(
            'what the plugin adds until the backend is ready',
            'milliseconds',
          ),
          mustReach: under(300, 'ms'),
        },
        figureOf(
          'what it adds of time of the processors',
          'processorMilliseconds',
        ),
      ];
    } finally {
      packages.remove();
    }
  },
};

async function startOnce(
  files: { program: string; config: string },
  features: string[],
): Promise<Started> {
  const { NODE_OPTIONS, ...env } = process.env;
  const backend = fork(files.program, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...env,
      HOST_CONFIG: files.config,
      HOST_MODULES: HOST.join(),
      HOST_FEATURES: features.join(),
    },
  });
  const exit = once(backend, 'exit');
  const [message] = await Promise.race([once(backend, 'message'), exit]);
  if (!message?.processorMilliseconds) {
    throw new Error('The backend did not start.');
  }
  backend.kill('SIGKILL');
  await exit;
  return message;
}
