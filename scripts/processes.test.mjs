import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { exitCodeOf, startTree, stopTree } from './processes.mjs';

const windows = process.platform === 'win32';

// Starts a grandchild that shares its output, and ignores whatever it is asked.
const STUBBORN = `
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const { spawn } = require('node:child_process');
  spawn(
    process.execPath,
    ['-e', 'console.log("up"); setInterval(() => {}, 1000)'],
    { stdio: 'inherit' },
  );
  setInterval(() => {}, 1000);
`;

test('ends grandchildren too, and a child that ignores signals', async () => {
  const child = startTree(process.execPath, ['-e', STUBBORN]);
  // Resolves when nobody holds the output any more, the grandchild included.
  const ended = exitCodeOf(child);
  await once(child.stdout, 'data');

  await stopTree(child, 200);

  assert.equal(await ended, windows ? 1 : 137);
});

test('tells the exit code of a child, and a signal as shells do', async () => {
  const failing = startTree(process.execPath, ['-e', 'process.exit(3)']);
  assert.equal(await exitCodeOf(failing), 3);

  const waiting = startTree(process.execPath, [
    '-e',
    'setInterval(() => {}, 1000)',
  ]);
  waiting.kill('SIGTERM');
  assert.equal(await exitCodeOf(waiting), windows ? 1 : 143);
});
