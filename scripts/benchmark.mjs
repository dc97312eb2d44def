import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, TOOLS } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { runForeground } from './processes.mjs';

/** Measures, prints a table and keeps the figures as JSON; resolves to the exit code. */
export async function benchmark({ node, env }, args) {
  const require = createRequire(
    join(ROOT, 'packages', 'backend', 'package.json'),
  );
  const { connectionString, stop } = await startPostgres();
  try {
    return await runForeground(
      node,
      [
        ...[
          '--expose-gc',
          '--require',
          require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        ],
        join(ROOT, 'benchmarks', 'src', 'main.ts'),
        ...['--postgres', connectionString],
        ...['--results', join(TOOLS, 'results', 'benchmark.json')],
        ...args,
      ],
      { cwd: ROOT, env: { ...env, NODE_ENV: 'production' } },
    );
  } finally {
    await stop();
  }
}
