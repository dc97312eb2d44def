import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { productionTree, readProductionTree } from './productionTree.mjs';

const lock = {
  __metadata: { version: '8' },
  'a@npm:^1.0.0, a@npm:^1.2.0': {
    version: '1.3.0',
    resolution: 'a@npm:1.3.0',
    checksum: '10c0/aa',
    dependencies: { b: 'npm:^1.0.0', 'b-of-old': 'npm:b@^0.9.0' },
  },
  'b@npm:^1.0.0': {
    version: '1.0.1',
    resolution: 'b@npm:1.0.1',
    dependencies: { a: 'npm:^1.2.0' },
  },
  'b-of-old@npm:b@^0.9.0, b@npm:^0.9.0': {
    version: '0.9.9',
    resolution: 'b@npm:0.9.9',
  },
  '@types/b@npm:^2': { version: '2.0.0', resolution: '@types/b@npm:2.0.0' },
};
const roots = [
  {
    name: 'one',
    version: '1.0.0',
    dependencies: { two: 'workspace:^', a: '^1.0.0' },
    devDependencies: { jest: '^30.0.0' },
  },
  { name: 'two', version: '1.0.0', dependencies: { '@types/b': '*' } },
];

describe('the production tree', () => {
  const tree = productionTree({
    lock,
    roots,
    resolutions: { '@types/b': '^2' },
  });

  test('has what is needed, once each, and nothing for development', () => {
    assert.deepEqual(
      tree.map(({ resolution, needs }) => [resolution, needs]),
      [
        ['one@1.0.0', ['a@npm:1.3.0', 'two@1.0.0']],
        ['two@1.0.0', ['@types/b@npm:2.0.0']],
        ['@types/b@npm:2.0.0', []],
        ['a@npm:1.3.0', ['b@npm:0.9.9', 'b@npm:1.0.1']],
        ['b@npm:0.9.9', []],
        ['b@npm:1.0.1', ['a@npm:1.3.0']],
      ],
    );
  });

  test('calls an alias by the name of what it stands for', () => {
    const { name, version } = tree.find(t => t.resolution === 'b@npm:0.9.9');
    assert.deepEqual([name, version], ['b', '0.9.9']);
  });

  test('is not made where yarn.lock does not fit', () => {
    const unknown = [{ name: 'one', version: '1', dependencies: { c: '^1' } }];
    assert.throws(() => productionTree({ lock, roots: unknown }), {
      message: 'yarn.lock has no c@npm:^1',
    });
  });

  test('of this repository is known to the last package', () => {
    const own = readProductionTree();
    assert.ok(own.length > 100);
    for (const { resolution, name, version, manifest } of own) {
      assert.equal(manifest?.name, name, resolution);
      assert.equal(manifest.version, version, resolution);
    }
  });
});
