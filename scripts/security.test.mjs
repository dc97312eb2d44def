// SECURITY.md promises tests: they are there, under the titles that it names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { read } from './packages.mjs';
import { ROOT } from './paths.mjs';
import { attacks as rows, files, policy } from './securityPolicy.mjs';

/** Whether a file calls `it`, `test` or the outcome of their `each` with the title, or lists a fault of that name. */
function hasTest(source, title) {
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const call = /(?:(?:\b(?:it|test)|\)|\])\(|\bfault:)\s*/.source;
  return new RegExp(`${call}(['"\`])${literal}\\1,`).test(source);
}

describe('SECURITY.md', () => {
  test('answers every attack with tests', () => {
    assert.ok(rows.length > 25);
    for (const { attack, tests } of rows) assert.ok(tests.length > 0, attack);
  });

  test('names files that exist, by their names, and all of them in the table', () => {
    for (const [id, file] of files) assert.ok(existsSync(join(ROOT, file)), id);
    const named = rows.flatMap(({ tests }) => tests);
    for (const { name, id } of named) {
      assert.equal(name, basename(files.get(id) ?? `no file ${id}`));
    }
    assert.deepEqual(
      [...new Set(named.map(({ id }) => id))].sort(),
      [...files.keys()].sort(),
    );
  });

  for (const { attack, tests } of rows) {
    test(`names tests that exist against ${attack}`, () => {
      for (const { id, titles } of tests) {
        const source = read(files.get(id));
        for (const title of titles) {
          assert.ok(hasTest(source, title), `${files.get(id)}: ${title}`);
        }
      }
    });
  }

  test('says nothing that docs/security.md says too', () => {
    const statements = text =>
      text
        .split(/[.;:|]\s|\n\n|\n *- /)
        .map(statement =>
          statement
            .replace(/[^\w]+/g, ' ')
            .trim()
            .toLowerCase(),
        )
        .filter(statement => statement.split(' ').length > 6);
    const said = new Set(statements(read('docs/security.md')));
    assert.deepEqual(
      statements(policy).filter(statement => said.has(statement)),
      [],
    );
  });
});

test('the interface writes no markup past React', () => {
  const sources = execFileSync('git', ['ls-files', 'plugins/gorgias/src'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const isShipped = file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);
  const shipped = sources.split('\n').filter(isShipped);
  assert.ok(shipped.length > 50);
  const past =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/;
  assert.deepEqual(
    shipped.filter(file => past.test(read(file))),
    [],
  );
});
