import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TOOLS } from './paths.mjs';
import { withPostgres } from './postgres.mjs';
import { runTree } from './processes.mjs';
import {
  judgeStage,
  readJest,
  readPlaywright,
  readTap,
  summary,
} from './results.mjs';

const RESULTS = join(TOOLS, 'results');
// The browser tests write here too: see playwright.config.ts and playwright.replicas.config.ts.
const JEST = join(RESULTS, 'jest.json');
const PLAYWRIGHT = join(RESULTS, 'playwright.json');
const TAP = join(RESULTS, 'scripts.tap');
const REPLICAS = join(RESULTS, 'replicas.json');
const SUMMARY = join(RESULTS, 'summary.txt');

/** Runs every test of the repository, prints the outcome and resolves to the exit code. */
export async function test({ node, yarn, env }) {
  // A result left from an earlier run must not pass for one of this run.
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const run = (args, extraEnv) =>
    runTree(node, args, { cwd: ROOT, env: { ...env, ...extraEnv } });
  const runYarn = (args, extraEnv) => run([yarn, ...args], extraEnv);

  const stages = [
    await stage('types', () => runYarn(['tsc'])),
    await stage(
      'unit and integration',
      () => withPostgres(database => runYarn(JEST_ARGS, database)),
      () => readJest(JEST),
    ),
    await stage(
      'browser',
      () => runYarn(['playwright', 'test']),
      () => readPlaywright(PLAYWRIGHT),
    ),
    await stage(
      'scripts',
      () => run(NODE_TEST_ARGS),
      () => readTap(TAP),
    ),
  ];
  const lines = `${summary(stages).join('\n')}\n`;
  process.stdout.write(lines);
  // For CI, which has more to say before it ends with this.
  writeFileSync(SUMMARY, lines);
  return stages.every(({ ok }) => ok) ? 0 : 1;
}

/** Runs the browser tests of several replicas, as {@link test} runs all others. */
export async function testReplicas({ node, yarn, env }) {
  rmSync(REPLICAS, { force: true });
  const outcome = await stage(
    'replicas',
    () =>
      runTree(
        node,
        [
          yarn,
          'playwright',
          'test',
          '--config',
          'playwright.replicas.config.ts',
        ],
        { cwd: ROOT, env },
      ),
    () => readPlaywright(REPLICAS),
  );
  process.stdout.write(`${summary([outcome]).join('\n')}\n`);
  return outcome.ok ? 0 : 1;
}

const JEST_ARGS = [
  ...['backstage-cli', 'repo', 'test', '--watchAll=false', '--ci'],
  ...['--json', `--outputFile=${JEST}`],
];

const NODE_TEST_ARGS = [
  '--test',
  ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
  ...['--test-reporter=tap', `--test-reporter-destination=${TAP}`],
  'scripts/*.test.mjs',
];

async function stage(name, run, read) {
  process.stdout.write(`\n=== ${name}\n`);
  const startedAt = Date.now();
  let exitCode = 1;
  let results;
  try {
    exitCode = await run();
    results = read?.();
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    exitCode = 1;
  }
  const seconds = (Date.now() - startedAt) / 1000;
  return judgeStage({ name, seconds, exitCode, results });
}
