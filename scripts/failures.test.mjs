import assert from 'node:assert/strict';
import test from 'node:test';
import { adviceFor, stepFailure } from './failures.mjs';

for (const [what, output, advice] of [
  [
    'a full disk',
    "YN0001: Error: ENOSPC: no space left on device, write 'a'",
    /disk is full/,
  ],
  [
    'a read-only folder',
    "EROFS: read-only file system, mkdir '.tools'",
    /no permission to write/,
  ],
  [
    'an unreachable registry',
    'YN0001: │ RequestError: connect ECONNREFUSED 127.0.0.1:1',
    /registry cannot be reached/,
  ],
  [
    'a certificate that is not trusted',
    'YN0001: │ RequestError: self-signed certificate in certificate chain',
    /NODE_EXTRA_CA_CERTS/,
  ],
  [
    'an outdated lock file',
    'YN0028: The lockfile would have been modified by this install',
    /does not fit/,
  ],
  [
    'a missing compiler',
    "YN0009: better-sqlite3@npm:12 couldn't be built successfully",
    /C\+\+ compiler/,
  ],
]) {
  test(`advises on ${what}`, () => assert.match(adviceFor(output), advice));
}

test('is not misled by an optional module that could not be built before the disk was full', () => {
  const output =
    "gyp ERR! not ok\nkeytar couldn't be built successfully\nENOSPC";
  assert.match(adviceFor(output), /disk is full/);
});

test('shows the last 30 lines of a failed step and where the rest is', () => {
  const output = Array.from({ length: 50 }, (_, i) => `line ${i + 1}.`);
  const { message } = stepFailure('Installing', output.join('\n'), '/a/log');
  assert.doesNotMatch(message, /line 20\./);
  assert.match(
    message,
    /line 21\.[^]*line 50\.\n\nThis step has failed: Installing\./,
  );
  assert.match(message, /\/a\/log$/);
});
