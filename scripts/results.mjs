// What the three test programs left behind, as { passed, failed, skipped, failures }:
// `skipped` holds the names of the tests that did not run, `failures` the name of
// each that failed with the beginning of what it said.
import { readFileSync } from 'node:fs';

/** Reads what `jest --json` wrote. */
export function readJest(file) {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const tests = results.testResults.flatMap(suite => suite.assertionResults);
  return {
    passed: results.numPassedTests,
    // A file that cannot be loaded has no tests to fail.
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map(({ fullName }) => fullName),
    failures: results.testResults.flatMap(({ name, message, ...suite }) => [
      ...suite.assertionResults
        .filter(({ status }) => status === 'failed')
        .map(t => failure(`${name}: ${t.fullName}`, t.failureMessages[0])),
      ...(suite.assertionResults.length === 0 && suite.status === 'failed'
        ? [failure(name, message)]
        : []),
    ]),
  };
}

/** Reads what the JSON reporter of Playwright wrote. */
export function readPlaywright(file) {
  const { suites, stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const inSuite = suite => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(inSuite),
  ];
  const specs = suites.flatMap(inSuite);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: specs
      .filter(({ tests }) => tests.every(t => t.status === 'skipped'))
      .map(({ title }) => title),
    failures: [
      ...specs.flatMap(({ title, tests }) =>
        tests
          .filter(({ status }) => ['unexpected', 'flaky'].includes(status))
          .map(t => failure(title, t.results?.[0]?.error?.message)),
      ),
      ...errors.map(({ message }) => failure('before any test', message)),
    ],
  };
}

/** Reads what `node --test --test-reporter=tap` wrote. */
export function readTap(file) {
  const tap = readFileSync(file, 'utf8');
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)[1]);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: [...tap.matchAll(/ok \d+ - (.*) # (?:SKIP|TODO)/g)].map(
      ([, name]) => name,
    ),
    failures: [...tap.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) =>
      failure(name),
    ),
  };
}

const MOST_LINES = 12;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** A failed test in a few lines. */
function failure(name, message = '') {
  const lines = message.replace(COLOURS, '').split('\n').slice(0, MOST_LINES);
  return [name, ...lines.map(line => `  ${line}`.trimEnd())].join('\n').trim();
}

/**
 * The verdict on a stage. A stage that is meant to run tests and ran none has
 * failed, and so has one that ended badly without a failed test; either counts
 * as one failure, so that the numbers never look better than the outcome.
 */
export function judgeStage({ name, seconds, exitCode, results }) {
  const { passed, failed, skipped, failures } = results ?? NO_RESULTS;
  const ranNothing = results !== undefined && passed + failed === 0;
  const ok = exitCode === 0 && failed === 0 && !ranNothing;
  return {
    name,
    seconds,
    ok,
    passed,
    failed: ok ? 0 : Math.max(failed, 1),
    skipped,
    failures,
    ranNothing,
  };
}

const NO_RESULTS = { passed: 0, failed: 0, skipped: [], failures: [] };

/** The lines at the end of `npm test`: what failed, a table, what was skipped, and the sum. */
export function summary(stages) {
  const skipped = stages.flatMap(stage => stage.skipped);
  const sum = key => stages.reduce((total, stage) => total + stage[key], 0);
  return [
    ...stages.flatMap(({ failures }) => failures).flatMap(text => ['', text]),
    '',
    ...stages.map(stage =>
      [
        stage.name.padEnd(24),
        stage.ok ? 'passed' : 'FAILED',
        `${Math.round(stage.seconds)} s`.padStart(7),
        detailOf(stage),
      ]
        .join('  ')
        .trimEnd(),
    ),
    ...(skipped.length > 0
      ? ['', `!!! ${skipped.length} SKIPPED: these tests prove nothing now`]
      : []),
    ...skipped.map(name => `!!!   ${name}`),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ];
}

function detailOf({ ok, passed, failed, skipped, ranNothing }) {
  if (ranNothing) return 'no test ran';
  if (passed === 0 && failed <= 1) return '';
  const parts = [`${passed} passed`];
  if (!ok) parts.push(`${failed} failed`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`);
  return parts.join(', ');
}
