import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, TOOLS } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { exitCodeOf, startTree } from './processes.mjs';

/** Lets everything go wrong for a while, and writes a report; resolves to the exit code. */
export async function soak({ node, env }, args) {
  const require = createRequire(
    join(ROOT, 'packages', 'backend', 'package.json'),
  );
  const postgres = await startPostgres({ durable: true });
  try {
    const driver = startTree(
      node,
      [
        ...[
          '--require',
          require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        ],
        join(ROOT, 'benchmarks', 'src', 'soak', 'main.ts'),
        ...['--postgres', postgres.connectionString],
        ...['--results', join(TOOLS, 'results')],
        ...args,
      ],
      {
        cwd: ROOT,
        env: { ...env, NODE_ENV: 'development' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    // The server is ours, so that it ends with us; the driver says when it is to be restarted.
    driver.on('message', async message => {
      if (message.restartPostgres) {
        await postgres.restart(message.restartPostgres);
        driver.send({ postgresRestarted: true });
      }
    });
    return await exitCodeOf(driver);
  } finally {
    await postgres.stop();
  }
}
