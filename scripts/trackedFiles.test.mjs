// Files that everybody gets must not depend on where one of us works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { ROOT } from './paths.mjs';

// Put together here, so that this file does not contain what it looks for.
const REGISTRY_HOSTS = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['registry', 'npmmirror', 'com'],
].map(labels => labels.join('\\.'));
const REGISTRY_SOFTWARE = ['artifactory', 'verdaccio', 'codeartifact'].map(
  name => `https?://[^ ]*${name}`,
);
const MACHINE_FOLDERS = ['work', 'root', 'tmp/boot', 'home/[a-z]+'].map(
  folder => `(^|[^A-Za-z0-9_.~-])/${folder}/`,
);

/** The lines of tracked files that match; the vendored Yarn is as its makers published it. */
function linesWith(patterns) {
  try {
    return execFileSync(
      'git',
      [
        ...['grep', '-nIE', patterns.join('|')],
        ...['--', '.', ':!.yarn/releases', ':!scripts/trackedFiles.test.mjs'],
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
  } catch (error) {
    // Found nothing.
    if (error.status === 1) return '';
    throw error;
  }
}

test('no tracked file names the host of a package registry', () => {
  assert.equal(linesWith([...REGISTRY_HOSTS, ...REGISTRY_SOFTWARE]), '');
});

test('no tracked file names a folder of somebody’s machine', () => {
  assert.equal(linesWith(MACHINE_FOLDERS), '');
});

test('the search finds what is there', () => {
  assert.match(linesWith(['^  "name": "root"']), /package\.json/);
});
