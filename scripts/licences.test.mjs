import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ACCEPTED,
  ALLOWED,
  LOOKED_UP,
  isAllowed,
  judgeLicences,
  licenceOf,
} from './licences.mjs';
import { readProductionTree } from './productionTree.mjs';

for (const [expression, expected] of [
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(BSD-3-Clause OR GPL-2.0)', true],
  ['GPL-2.0 OR LGPL-3.0', false],
  ['MIT AND ISC', true],
  ['MIT AND GPL-2.0', false],
  ['(MIT OR GPL-2.0) AND GPL-3.0', false],
  ['MIT OR ISC AND GPL-3.0', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['toString', false],
  [undefined, false],
]) {
  test(`${expression} is ${expected ? '' : 'not '}allowed`, () => {
    assert.equal(isAllowed(expression), expected);
  });
}

test('a licence is read in the ways of old too', () => {
  const of = manifest => licenceOf({ name: 'a', version: '1.0.0', manifest });
  assert.equal(of({ license: { type: 'MIT' } }), 'MIT');
  const licenses = [{ type: 'MIT' }, { type: 'GPL-2.0' }];
  assert.equal(of({ licenses }), 'MIT OR GPL-2.0');
  assert.equal(of({}), undefined);
  assert.equal(of(undefined), undefined);
});

test('what is under no allowed licence is refused, and what has none', () => {
  const item = (name, license) => ({
    name,
    version: '1.0.0',
    manifest: { license },
  });
  const { rows, refused } = judgeLicences([
    item('a', 'MIT'),
    item('b', 'GPL-3.0-only'),
    item('c'),
    item('d', 'MIT'),
  ]);
  assert.deepEqual(
    refused.map(({ name }) => name),
    ['b', 'c'],
  );
  assert.deepEqual(rows[0], { licence: 'MIT', packages: 2, allowed: true });
});

test('everything that the published packages bring is under an allowed licence', () => {
  const { refused } = judgeLicences(readProductionTree());
  assert.deepEqual(
    refused.map(item => `${item.resolution}: ${licenceOf(item)}`),
    [],
  );
});

test('what was allowed, accepted or looked up is still there', () => {
  const tree = readProductionTree();
  for (const [id, { licence }] of Object.entries(ACCEPTED)) {
    const item = tree.find(one => `${one.name}@${one.version}` === id);
    assert.equal(licenceOf(item), licence, id);
    assert.ok(!isAllowed(licence), `${id} needs no exception`);
  }
  const withoutLicence = tree
    .filter(({ manifest }) => !manifest.license && !manifest.licenses)
    .map(({ name, version }) => `${name}@${version}`);
  assert.deepEqual(Object.keys(LOOKED_UP), withoutLicence);
  const used = tree.map(licenceOf).join();
  for (const id of Object.keys(ALLOWED)) assert.ok(used.includes(id), id);
});
