// The rules of https://cyclonedx.org/docs/1.5/json/ that programs rest on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publishedPackages } from './packages.mjs';
import { readProductionTree } from './productionTree.mjs';
import { purlOf, toSbom } from './sbom.mjs';

const about = { name: 'gorgias-access-compliance', version: '0.1.0' };
const published = publishedPackages().map(({ manifest }) => manifest.name);
const unique = list => new Set(list).size === list.length;

describe('the SBOM', () => {
  const tree = readProductionTree();
  const sbom = toSbom({ ...about, tree });
  const refs = sbom.components.map(component => component['bom-ref']);

  test('says what it is', () => {
    assert.equal(sbom.bomFormat, 'CycloneDX');
    assert.equal(sbom.specVersion, '1.5');
    assert.equal(sbom.version, 1);
    assert.equal(sbom.metadata.component.name, about.name);
  });

  test('has every package once, by a name of its own', () => {
    assert.equal(sbom.components.length, tree.length);
    assert.ok(unique([...refs, sbom.metadata.component['bom-ref']]));
  });

  test('tells of each its type, name, version, address and licence', () => {
    for (const component of sbom.components) {
      const { type, name, version, purl, licenses } = component;
      assert.equal(type, 'library', name);
      assert.ok(name && version);
      assert.equal(purl, component['bom-ref']);
      assert.match(purl, /^pkg:npm\/(%40[^/@]+\/)?[^/@]+@\d[^/@]*$/);
      assert.equal(licenses.length, 1, name);
      const [{ license, expression }] = licenses;
      assert.match(license?.id ?? 'in an expression', /^[\w. +-]+$/);
      assert.equal(license === undefined, expression !== undefined);
    }
  });

  test('tells of everything from elsewhere the checksum in yarn.lock', () => {
    const without = sbom.components.filter(c => !c.properties);
    assert.deepEqual(
      without.map(({ name }) => name),
      published,
    );
    for (const { properties = [] } of sbom.components) {
      for (const { name, value } of properties) {
        assert.equal(name, 'yarn:checksum');
        assert.match(value, /^10c0\/[0-9a-f]{128}$/);
      }
    }
  });

  test('says what needs what, of packages that it has', () => {
    const known = new Set(refs);
    assert.ok(unique(sbom.dependencies.map(({ ref }) => ref)));
    assert.equal(sbom.dependencies.length, refs.length + 1);
    for (const { ref, dependsOn } of sbom.dependencies) {
      assert.ok(known.has(ref) || ref === about.name, ref);
      assert.ok(unique(dependsOn), ref);
      for (const needed of dependsOn) assert.ok(known.has(needed), needed);
    }
    assert.equal(sbom.dependencies[0].dependsOn.length, published.length);
  });

  test('is the same each time', () => {
    const again = toSbom({ ...about, tree: readProductionTree() });
    assert.equal(JSON.stringify(again), JSON.stringify(sbom));
  });
});

test('the address of a package is written as package URLs are', () => {
  for (const [name, version, purl] of [
    ['zod', '4.1.0', 'pkg:npm/zod@4.1.0'],
    ['@types/a', '1.0.0-b+c', 'pkg:npm/%40types/a@1.0.0-b%2Bc'],
  ]) {
    assert.equal(purlOf({ name, version }), purl);
  }
});
