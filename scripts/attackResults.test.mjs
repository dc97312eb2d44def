import assert from 'node:assert/strict';
import test from 'node:test';
import { judgeAttacks, tables } from './attackResults.mjs';

const files = new Map([['connect', 'src/connect.test.ts']]);
const attacks = [
  {
    attack: 'OAuth replay',
    tests: [
      { id: 'connect', titles: ['uses a state once', 'refuses $name (%s)'] },
    ],
  },
];
const jest = (...outcomes) => ({
  testResults: [
    {
      name: '/somewhere/src/connect.test.ts',
      assertionResults: outcomes.map(([title, status]) => ({ title, status })),
    },
    {
      name: '/somewhere/src/other.test.ts',
      assertionResults: [{ title: 'uses a state once', status: 'failed' }],
    },
  ],
});

test('counts each case of the tests that are named, of their file only', () => {
  assert.deepEqual(
    judgeAttacks(
      attacks,
      files,
      jest(
        ['uses a state once', 'passed'],
        ['refuses a code (twice)', 'passed'],
        ['refuses a state (once)', 'failed'],
        ['refuses nothing', 'failed'],
      ),
    ),
    [{ attack: 'OAuth replay', passed: 2, failed: 1 }],
  );
});

test('takes a test that did not run for a failed one', () => {
  assert.deepEqual(
    judgeAttacks(attacks, files, jest(['uses a state once', 'pending'])),
    [{ attack: 'OAuth replay', passed: 0, failed: 2 }],
  );
});

test('shows every route with its sum, and every attack', () => {
  const routes = {
    'GET /systems': {
      requests: 12,
      statuses: { '2xx': 2, '4xx': 10 },
      findings: [],
    },
    'POST /systems': {
      requests: 3,
      statuses: { '5xx': 3 },
      findings: ['it failed'],
    },
  };
  assert.deepEqual(
    tables({
      routes,
      oauth: [{ attack: 'OAuth replay', passed: 2, failed: 0 }],
    }),
    [
      '| route         | requests | 2xx | 3xx | 4xx | 5xx | findings |',
      '| ------------- | -------: | --: | --: | --: | --: | -------: |',
      '| GET /systems  |       12 |   2 |   0 |  10 |   0 |        0 |',
      '| POST /systems |        3 |   0 |   0 |   0 |   3 |        1 |',
      '| all           |       15 |   2 |   0 |  10 |   3 |        1 |',
      '',
      '| attack       | passed | failed |',
      '| ------------ | -----: | -----: |',
      '| OAuth replay |      2 |      0 |',
    ],
  );
});
