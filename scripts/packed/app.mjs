import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../paths.mjs';

const CREATE_APP = join(
  dirname(
    createRequire(import.meta.url).resolve(
      '@backstage/create-app/package.json',
    ),
  ),
  'bin/backstage-create-app',
);

/** Creates an empty app, and puts beside its frontend that of the legacy template. */
export async function createApp(folder, { node, yarn, env }, run) {
  const path = `${shim(join(folder, 'bin'), node, yarn)}${delimiter}${
    env.PATH
  }`;
  const create = (name, ...args) =>
    run(node, [CREATE_APP, '--skip-install', '--path', name, ...args], {
      cwd: folder,
      env: { ...env, PATH: path, BACKSTAGE_APP_NAME: name },
    });
  await create('app');
  await create('legacy', '--legacy');

  const app = join(folder, 'app');
  const legacy = join(app, 'packages/app-legacy');
  cpSync(join(folder, 'legacy/packages/app'), legacy, { recursive: true });
  const manifest = join(legacy, 'package.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace('"app"', '"app-legacy"'),
  );
  // The template brings no lock file to speak of. Ours, and what the template asks for
  // without what came later, keep it at one release of Backstage.
  cpSync(join(ROOT, 'yarn.lock'), join(app, 'yarn.lock'));
  for (const part of ['.', ...PARTS])
    pinRelease(join(app, part, 'package.json'));
}

const PARTS = ['packages/app', 'packages/app-legacy', 'packages/backend'];

function pinRelease(manifest) {
  const text = readFileSync(manifest, 'utf8');
  const pinned = text.replace(/("@backstage\/[^"]+": ")\^/g, '$1');
  writeFileSync(manifest, pinned);
}

// create-app looks for a yarn on the PATH, and only asks for its version.
function shim(folder, node, yarn) {
  mkdirSync(folder);
  const file = join(folder, 'yarn');
  writeFileSync(file, `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

/** How Yarn is to install in the app: from the registry with the packed packages, and without the time for native modules. */
export function installEnvironment(folder, { env, registry, globalFolder }) {
  const own = join(folder, 'yarn');
  mkdirSync(own);
  mkdirSync(join(globalFolder, 'cache'), { recursive: true });
  // The cache is shared, since packages never change; what a registry says of them does.
  symlinkSync(join(globalFolder, 'cache'), join(own, 'cache'));
  return {
    ...env,
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: ['127.0.0.1']
      .concat(env.YARN_UNSAFE_HTTP_WHITELIST ?? [])
      .join(),
    YARN_GLOBAL_FOLDER: own,
    YARN_ENABLE_SCRIPTS: '0',
    YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
    YARN_ENABLE_TELEMETRY: '0',
  };
}

/** Takes packed packages out of the shared cache, where they would stand for others of the same version. */
export function forgetPackages(globalFolder, names) {
  const cache = join(globalFolder, 'cache');
  for (const file of readdirSync(cache)) {
    if (names.some(name => file.startsWith(`${name}-npm-`))) {
      rmSync(join(cache, file));
    }
  }
}

/** Gives the app the native module that is built here already. */
export function bringNativeModules(app) {
  const built = 'node_modules/better-sqlite3/build';
  if (!existsSync(join(ROOT, built))) throw new Error(`${built} is not built`);
  cpSync(join(ROOT, built), join(app, built), { recursive: true });
}
