import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from './paths.mjs';

// What create-app puts into a new workspace: Backstage's choice, not ours.
const TEMPLATE = new Set([
  '@jest/environment-jsdom-abstract',
  '@material-ui/core',
  '@material-ui/icons',
  '@playwright/test',
  '@testing-library/dom',
  '@testing-library/jest-dom',
  '@testing-library/react',
  '@testing-library/user-event',
  '@types/jest',
  '@types/react',
  '@types/react-dom',
  'better-sqlite3',
  'jest',
  'jsdom',
  'node-gyp',
  'pg',
  'prettier',
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  'typescript',
]);

const read = file => readFileSync(join(ROOT, file), 'utf8');

function chosenDependencies() {
  const manifests = ['packages', 'plugins']
    .flatMap(folder =>
      readdirSync(join(ROOT, folder)).map(name =>
        join(folder, name, 'package.json'),
      ),
    )
    .filter(file => existsSync(join(ROOT, file)))
    .concat('package.json')
    .map(file => JSON.parse(read(file)));
  const own = new Set(manifests.map(({ name }) => name));
  return manifests
    .flatMap(manifest =>
      Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.peerDependencies,
      }),
    )
    .filter(
      name =>
        !name.startsWith('@backstage/') &&
        !own.has(name) &&
        !TEMPLATE.has(name),
    );
}

test('docs/dependencies.md has one line for each dependency that is our choice, in order', () => {
  const chosen = [...new Set(chosenDependencies())].sort();
  const described = [
    ...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm),
  ];
  assert.deepEqual(
    described.map(([, name]) => name),
    chosen,
  );
});
