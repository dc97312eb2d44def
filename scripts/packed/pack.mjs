import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages } from '../packages.mjs';
import { ROOT } from '../paths.mjs';

/** Packs every published package, as it would be published, into a folder. */
export async function packAll(folder, yarn) {
  mkdirSync(folder);
  const packages = publishedPackages();
  // Packing changes manifests for a while: interrupted, it must not leave them so.
  process.once('exit', () => packages.forEach(restoreManifest));
  await yarn(['tsc']);
  await yarn(['backstage-cli', 'repo', 'build']);
  for (const { manifest } of packages) {
    const file = join(folder, `${manifest.name}.tgz`);
    await yarn(['workspace', manifest.name, 'pack', '--out', file]);
  }
}

// Where the Backstage CLI keeps the manifest while it packs.
function restoreManifest({ folder }) {
  const manifest = join(ROOT, folder, 'package.json');
  const kept = `${manifest}-prepack`;
  if (existsSync(kept)) renameSync(kept, manifest);
}
