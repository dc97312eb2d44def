import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import {
  judgeStage,
  readJest,
  readPlaywright,
  readTap,
  summary,
} from './results.mjs';

function withFile(content, read) {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  try {
    const file = join(folder, 'results');
    writeFileSync(file, content);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('counts a test file that jest could not load as a failure', () => {
  const results = {
    numPassedTests: 2,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        name: 'one.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'a' },
          { status: 'pending', fullName: 'b' },
          {
            status: 'failed',
            fullName: 'c',
            failureMessages: [`\u001b[31mno\u001b[0m${'\nmore'.repeat(50)}`],
          },
        ],
      },
      {
        name: 'two.test.ts',
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
    ],
  };
  assert.deepEqual(withFile(JSON.stringify(results), readJest), {
    passed: 2,
    failed: 2,
    skipped: ['b'],
    failures: [
      `one.test.ts: c\n  no${'\n  more'.repeat(11)}`,
      'two.test.ts\n  no such module',
    ],
  });
});

test('counts what Playwright could not even start as a failure', () => {
  const results = {
    stats: { expected: 1, unexpected: 0, flaky: 1 },
    errors: [{ message: 'the server did not start' }],
    suites: [
      {
        suites: [{ specs: [{ title: 'a', tests: [{ status: 'skipped' }] }] }],
        specs: [
          { title: 'b', tests: [{ status: 'expected' }] },
          {
            title: 'c',
            tests: [
              { status: 'flaky', results: [{ error: { message: 'late' } }] },
            ],
          },
        ],
      },
    ],
  };
  assert.deepEqual(withFile(JSON.stringify(results), readPlaywright), {
    passed: 1,
    failed: 2,
    skipped: ['a'],
    failures: ['c\n  late', 'before any test\n  the server did not start'],
  });
});

test('reads the sums at the end of a TAP file', () => {
  const tap =
    'ok 1 - a\nok 2 - b # SKIP\nnot ok 3 - c\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n';
  assert.deepEqual(withFile(tap, readTap), {
    passed: 3,
    failed: 2,
    skipped: ['b'],
    failures: ['c'],
  });
});

const none = { passed: 0, failed: 0, skipped: [], failures: [] };

test('fails a stage that ran no test', () => {
  const stage = judgeStage({ name: 'unit', exitCode: 0, results: none });
  assert.equal(stage.ok, false);
  assert.equal(stage.failed, 1);
});

test('passes a stage that is not meant to run tests', () => {
  const stage = judgeStage({ name: 'types', exitCode: 0 });
  assert.equal(stage.ok, true);
  assert.equal(stage.failed, 0);
});

test('fails a stage that ended badly although its tests passed', () => {
  const results = { ...none, passed: 5 };
  const stage = judgeStage({ name: 'unit', exitCode: 1, results });
  assert.equal(stage.ok, false);
  assert.equal(stage.failed, 1);
});

test('sums up in the last line and names what failed and what was skipped', () => {
  const lines = summary([
    judgeStage({ name: 'types', seconds: 9.7, exitCode: 0 }),
    judgeStage({
      name: 'unit',
      seconds: 21,
      exitCode: 1,
      results: {
        passed: 7,
        failed: 2,
        skipped: ['works on Mars'],
        failures: ['works on Venus\n  too hot'],
      },
    }),
    judgeStage({
      name: 'browser',
      seconds: 40,
      exitCode: 0,
      results: { ...none, passed: 3 },
    }),
  ]);
  assert.equal(lines[1], 'works on Venus\n  too hot');
  assert.match(lines[3], /^types +passed +10 s$/);
  assert.match(lines[4], /^unit +FAILED +21 s +7 passed, 2 failed, 1 skipped$/);
  assert.ok(lines.some(line => /!!!.*works on Mars/.test(line)));
  assert.equal(lines.at(-1), '10 passed, 2 failed');
});
