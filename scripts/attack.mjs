import { randomInt } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { judgeAttacks, tables } from './attackResults.mjs';
import { ROOT, TOOLS } from './paths.mjs';
import { withPostgres } from './postgres.mjs';
import { runTree } from './processes.mjs';
import { readJest } from './results.mjs';
import { attacks, files } from './securityPolicy.mjs';

const RESULTS = join(TOOLS, 'attack');
const JEST = join(RESULTS, 'jest.json');
const ROUTES = join(RESULTS, 'routes.json');
const OUTCOME = join(RESULTS, 'outcome.json');

/** How many requests each kind of caller sends to each route, on each database. */
const ROUNDS = 40;

/** The rows of SECURITY.md that are about the log-in at Gorgias. */
const OAUTH = attacks.filter(({ attack }) => attack.startsWith('OAuth'));

/**
 * Attacks every route and the log-in at Gorgias, all of it on this machine.
 * Prints and keeps what came of it, and resolves to the exit code.
 */
export async function attack({ node, yarn, env }) {
  // What an earlier run has left must not pass for the outcome of this one.
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const settings = {
    ATTACK_ROUNDS: String(ROUNDS),
    ATTACK_SEED: String(randomInt(2 ** 31)),
    ...env,
    ATTACK_REPORT: ROUTES,
  };
  process.stdout.write(
    `Seed ${settings.ATTACK_SEED}, ${settings.ATTACK_ROUNDS} rounds; set ATTACK_SEED and ATTACK_ROUNDS to have the same again.\n`,
  );
  const startedAt = Date.now();
  const exitCode = await withPostgres(database =>
    runTree(
      node,
      [
        yarn,
        ...['backstage-cli', 'repo', 'test'],
        ...JEST_ARGS,
        ...testFiles(),
      ],
      { cwd: ROOT, env: { ...settings, ...database } },
    ),
  );
  const seconds = Math.round((Date.now() - startedAt) / 1000);

  const { routes } = readJson(ROUTES) ?? { routes: {} };
  const jest = readJson(JEST) ?? { testResults: [] };
  const oauth = judgeAttacks(OAUTH, files, jest);
  const { passed, failed, failures } = existsSync(JEST)
    ? readJest(JEST)
    : { passed: 0, failed: 1, failures: ['no test ran'] };
  const ok =
    exitCode === 0 &&
    failed === 0 &&
    Object.keys(routes).length > 0 &&
    oauth.every(one => one.failed === 0 && one.passed > 0);
  writeFileSync(
    OUTCOME,
    `${JSON.stringify(
      { seed: settings.ATTACK_SEED, seconds, ok, routes, oauth, failures },
      null,
      2,
    )}\n`,
  );
  process.stdout.write(
    [
      ...failures.flatMap(text => ['', text]),
      '',
      ...tables({ routes, oauth }),
      '',
      `${seconds} s; all of it is in ${OUTCOME.slice(ROOT.length + 1)}`,
      `${passed} passed, ${failed} failed`,
      '',
    ].join('\n'),
  );
  return ok ? 0 : 1;
}

const JEST_ARGS = [
  ...['--watchAll=false', '--ci'],
  ...['--json', `--outputFile=${JEST}`],
];

/** The attacks themselves, what secrets and access are tried by, and whatever SECURITY.md names against OAuth attacks. */
function testFiles() {
  const named = OAUTH.flatMap(({ tests }) =>
    tests.map(({ id }) => files.get(id)),
  );
  const backend = 'plugins/gorgias-backend/src';
  return [
    ...new Set([
      `${backend}/attacks/`,
      `${backend}/access.test.ts`,
      `${backend}/secrets.test.ts`,
      ...named,
    ]),
  ];
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
