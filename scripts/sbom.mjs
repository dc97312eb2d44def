// Writes what the published packages bring with them as a CycloneDX 1.5 document:
//
//   yarn sbom [file]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceOf } from './licences.mjs';
import { TOOLS } from './paths.mjs';
import { readProductionTree } from './productionTree.mjs';

/** The address of a package as https://github.com/package-url/purl-spec has it. */
export function purlOf({ name, version }) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${encodeURIComponent(version)}`;
}

/**
 * The document. It has neither a time nor a random serial number, so that the same
 * yarn.lock gives the same bytes, and a difference says that something changed.
 */
export function toSbom({ name, version, tree }) {
  const purls = new Map(tree.map(item => [item.resolution, purlOf(item)]));
  const subject = { type: 'application', 'bom-ref': name, name, version };
  const published = tree.filter(({ checksum }) => !checksum);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: subject },
    components: tree.map(toComponent),
    dependencies: [
      { ref: name, dependsOn: published.map(purlOf) },
      ...tree.map(item => ({
        ref: purlOf(item),
        dependsOn: item.needs.map(resolution => purls.get(resolution)),
      })),
    ],
  };
}

function toComponent(item) {
  const { name, version, checksum } = item;
  const purl = purlOf(item);
  const licence = licenceOf(item);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    ...(licence && { licenses: [toLicence(licence)] }),
    purl,
    // Of the archive that Yarn makes of a package, not of what the registry has, for
    // which `hashes` would be taken.
    ...(checksum && {
      properties: [{ name: 'yarn:checksum', value: checksum }],
    }),
  };
}

function toLicence(licence) {
  return / (OR|AND) /.test(licence)
    ? { expression: licence }
    : { license: { id: licence } };
}

function main([file = join(TOOLS, 'sbom.cdx.json')]) {
  const tree = readProductionTree();
  // All published packages have the same version.
  const { version } = tree[0];
  const sbom = toSbom({ name: 'gorgias-access-compliance', version, tree });
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`${sbom.components.length} packages written to ${file}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2));
