// What the three test programs left behind, as { passed, failed, skipped }, where
// `skipped` holds the names of the tests that did not run.
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
  };
}

/** Reads what the JSON reporter of Playwright wrote. */
export function readPlaywright(file) {
  const { suites, stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const inSuite = suite => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(inSuite),
  ];
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: suites
      .flatMap(inSuite)
      .filter(({ tests }) => tests.every(t => t.status === 'skipped'))
      .map(({ title }) => title),
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
  };
}

/**
 * The verdict on a stage. A stage that is meant to run tests and ran none has
 * failed, and so has one that ended badly without a failed test; either counts
 * as one failure, so that the numbers never look better than the outcome.
 */
export function judgeStage({ name, seconds, exitCode, results }) {
  const { passed, failed, skipped } = results ?? NO_RESULTS;
  const ranNothing = results !== undefined && passed + failed === 0;
  const ok = exitCode === 0 && failed === 0 && !ranNothing;
  return {
    name,
    seconds,
    ok,
    passed,
    failed: ok ? 0 : Math.max(failed, 1),
    skipped,
    ranNothing,
  };
}

const NO_RESULTS = { passed: 0, failed: 0, skipped: [] };

/** The lines at the end of `npm test`: a table, what was skipped, and the sum. */
export function summary(stages) {
  const skipped = stages.flatMap(stage => stage.skipped);
  const sum = key => stages.reduce((total, stage) => total + stage[key], 0);
  return [
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
