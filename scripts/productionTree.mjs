// What somebody gets who installs the published packages: their dependencies and
// those of these, in the versions of yarn.lock, without anything for development.
// Other installations may get newer versions within the same ranges.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSyml } from '@yarnpkg/parsers';
import { publishedPackages, read } from './packages.mjs';
import { ROOT } from './paths.mjs';

/**
 * Everything that the roots need, roots first and then by name and version.
 *
 * @param lock - the parsed yarn.lock
 * @param roots - manifests of workspaces
 * @param resolutions - those of the manifest of the repository
 */
export function productionTree({ lock, roots, resolutions = {} }) {
  const entries = new Map(
    Object.entries(lock).flatMap(([descriptors, entry]) =>
      descriptors.split(', ').map(descriptor => [descriptor, entry]),
    ),
  );
  const own = new Map(
    roots.map(({ name, version }) => [name, `${name}@${version}`]),
  );
  const found = new Map();

  function visit(name, range) {
    if (own.has(name)) return own.get(name);
    const asked = resolutions[name] ?? range;
    const descriptor = `${name}@${
      asked.includes(':') ? asked : `npm:${asked}`
    }`;
    const entry = entries.get(descriptor);
    if (!entry) throw new Error(`yarn.lock has no ${descriptor}`);
    const { resolution, version, checksum } = entry;
    if (!found.has(resolution)) {
      // An alias has the name of what it stands for in its resolution only.
      const realName = resolution.slice(0, resolution.indexOf('@', 1));
      const item = { name: realName, version, resolution, checksum };
      found.set(resolution, item);
      item.needs = visitAll(entry.dependencies);
    }
    return resolution;
  }
  const visitAll = (dependencies = {}) =>
    [
      ...new Set(
        Object.entries(dependencies).map(([name, range]) => visit(name, range)),
      ),
    ].sort();

  const rootItems = roots.map(manifest => ({
    name: manifest.name,
    version: manifest.version,
    resolution: own.get(manifest.name),
    manifest,
    needs: visitAll(manifest.dependencies),
  }));
  const byResolution = (a, b) => (a.resolution < b.resolution ? -1 : 1);
  return [...rootItems, ...[...found.values()].sort(byResolution)];
}

/** The tree of this repository, each with its manifest where it is installed. */
export function readProductionTree() {
  const tree = productionTree({
    lock: parseSyml(read('yarn.lock')),
    roots: publishedPackages().map(({ manifest }) => manifest),
    resolutions: JSON.parse(read('package.json')).resolutions,
  });
  const folders = installedFolders();
  return tree.map(item => {
    const folder = folders.get(item.resolution);
    if (item.manifest || !folder) return item;
    const file = join(ROOT, folder, 'package.json');
    return { ...item, manifest: JSON.parse(readFileSync(file, 'utf8')) };
  });
}

/** Where Yarn has put what: a package of one version may be in several folders. */
function installedFolders() {
  const state = parseSyml(read('node_modules/.yarn-state.yml'));
  return new Map(
    Object.entries(state).map(([locator, { locations }]) => [
      // Packages with peers are there once for each set of peers, and Yarn patches some.
      locator
        .replace(/virtual:[^#]+#/, '')
        .replace(/patch:.+@npm%3A([^#]+)#.*$/, 'npm:$1'),
      locations?.[0],
    ]),
  );
}
