import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** The text of a file of the repository. */
export const read = file => readFileSync(join(ROOT, file), 'utf8');

/** The packages that are published, as { folder, manifest }, in order of their folders. */
export function publishedPackages() {
  return readdirSync(join(ROOT, 'plugins'))
    .map(name => `plugins/${name}`)
    .filter(folder => existsSync(join(ROOT, folder, 'package.json')))
    .map(folder => ({
      folder,
      manifest: JSON.parse(read(`${folder}/package.json`)),
    }))
    .filter(({ manifest }) => !manifest.private);
}
