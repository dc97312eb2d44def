// What a package says and takes along when it is published, told from its manifest:
// packing for real needs a build.
import assert from 'node:assert/strict';
import {
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { publishedPackages, read } from './packages.mjs';
import { ROOT } from './paths.mjs';

const packages = publishedPackages();
const names = packages.map(({ manifest }) => manifest.name);
const ofThePlugin = packages
  .filter(({ manifest }) => manifest.backstage.pluginId === 'gorgias')
  .map(({ manifest }) => manifest.name);
const root = JSON.parse(read('package.json'));

// What the build makes of the entry point, by role. The CLI itself puts the dist
// files into the `exports` that a package has.
const NODE = { main: 'dist/index.cjs.js', types: 'dist/index.d.ts' };
const ENTRY_POINTS = {
  'backend-plugin': NODE,
  'backend-plugin-module': NODE,
  'node-library': NODE,
  'common-library': {
    main: 'dist/index.cjs.js',
    module: 'dist/index.esm.js',
    types: 'dist/index.d.ts',
  },
};

/** Whether one of the patterns of `files` takes a file along: folders take all that is in them. */
function isShipped(manifest, file) {
  return manifest.files.some(
    pattern => file === pattern || file.startsWith(`${pattern}/`),
  );
}

test('there are packages to publish, all of one version', () => {
  assert.equal(packages.length, 11);
  const versions = new Set(packages.map(({ manifest }) => manifest.version));
  assert.equal(versions.size, 1, [...versions].join());
});

test('changesets keep them at one version, and are about them only', () => {
  assert.deepEqual(JSON.parse(read('.changeset/config.json')).fixed, [names]);
  for (const file of readdirSync(join(ROOT, '.changeset'))) {
    const [, about] =
      /^---\n([^]*?)---\n/.exec(read(`.changeset/${file}`)) ?? [];
    for (const line of about?.trimEnd().split('\n') ?? []) {
      const [, name] = /^'(\S+)': (?:major|minor|patch)$/.exec(line) ?? [];
      assert.ok(names.includes(name), `${file}: ${line}`);
    }
  }
});

for (const { folder, manifest } of packages) {
  const has = file => existsSync(join(ROOT, folder, file));

  describe(manifest.name, () => {
    test('says what it is and where it comes from', () => {
      assert.match(manifest.description, /^[A-Z].{20,}[^.]$/);
      assert.equal(manifest.license, root.license);
      assert.deepEqual(manifest.repository, {
        ...root.repository,
        directory: folder,
      });
      const { url } = root.repository;
      assert.equal(manifest.homepage, `${url}/tree/main/${folder}#readme`);
      assert.equal(manifest.bugs, `${url}/issues`);
      for (const keyword of ['backstage', 'gorgias']) {
        assert.ok(manifest.keywords.includes(keyword), keyword);
      }
    });

    test('can be published by everybody who may, for everybody', () => {
      assert.equal(manifest.publishConfig.access, 'public');
      assert.equal(
        manifest.scripts.prepack,
        'backstage-cli package prepack',
        'puts the dist files into the manifest',
      );
      assert.equal(manifest.scripts.postpack, 'backstage-cli package postpack');
    });

    test('names all packages of the plugin, or the plugin that it extends', () => {
      const { pluginId, pluginPackage, pluginPackages } = manifest.backstage;
      if (pluginId === 'gorgias') {
        assert.deepEqual(pluginPackages, ofThePlugin);
      } else {
        assert.match(manifest.backstage.role, /-plugin-module$/);
        assert.match(pluginPackage, new RegExp(`/plugin-${pluginId}(-|$)`));
      }
    });

    // npm takes these two along whatever `files` says, but only from the package's folder.
    test('takes README and LICENSE along', () => {
      assert.ok(read(`${folder}/README.md`).startsWith(`# ${manifest.name}\n`));
      assert.equal(read(`${folder}/LICENSE`), read('LICENSE'));
    });

    test('has nothing of others inside, for which it would owe a NOTICE', () => {
      assert.equal(manifest.bundledDependencies, undefined);
      assert.equal(manifest.bundleDependencies, undefined);
    });

    test('says in its README how to install it, and for which Backstage', () => {
      const readme = read(`${folder}/README.md`);
      for (const heading of ['Install', 'Links']) {
        assert.match(readme, new RegExp(`^## ${heading}$`, 'm'));
      }
      const needed = Object.keys(manifest.dependencies ?? {});
      if (needed.some(name => name.startsWith('@backstage/'))) {
        const { version } = JSON.parse(read('backstage.json'));
        const [major, minor] = version.split('.');
        assert.ok(readme.includes(`Backstage ${major}.${minor} or later`));
      }
    });

    test('has the entry points that its build makes', () => {
      const { access, ...entryPoints } = manifest.publishConfig;
      const expected = manifest.exports
        ? {}
        : ENTRY_POINTS[manifest.backstage.role];
      assert.deepEqual(entryPoints, expected);
      if (manifest.exports) assert.ok(manifest.exports['.']);
      assert.ok(isShipped(manifest, 'dist'));
      assert.ok(has(manifest.main), manifest.main);
      assert.ok(has(manifest.types), manifest.types);
    });

    test('has types for each subpath', () => {
      const { '.': _, ...subpaths } = manifest.exports ?? { '.': {} };
      const typed = Object.fromEntries(
        Object.entries(manifest.typesVersions?.['*'] ?? {}).map(
          ([subpath, [file]]) => [`./${subpath}`, `./${file}`],
        ),
      );
      assert.deepEqual(typed, subpaths);
      for (const file of Object.values(subpaths)) assert.ok(has(file), file);
    });

    test('takes along what the manifest speaks of', () => {
      const { bin = {}, configSchema, files } = manifest;
      for (const file of [...Object.values(bin), configSchema ?? 'dist']) {
        assert.ok(isShipped(manifest, file), file);
      }
      const made = ['dist'];
      for (const pattern of files.filter(f => !made.includes(f))) {
        assert.ok(has(pattern.replace(/\/\*\*.*/, '')), pattern);
      }
      assert.equal(
        has('migrations'),
        files.some(f => /^migrations/.test(f)),
      );
      assert.equal(has('config.d.ts'), configSchema === 'config.d.ts');
    });

    test('has programs that run', () => {
      for (const file of Object.values(manifest.bin ?? {})) {
        const path = join(ROOT, folder, file);
        assert.ok(statSync(path).mode & constants.S_IXUSR, `${file} runs`);
        assert.match(readFileSync(path, 'utf8'), /^#!\/usr\/bin\/env node\n/);
      }
    });

    // Yarn writes versions in the place of `workspace:` when it packs. What is not
    // published can't be installed by anybody.
    test('depends on no package of the repository that is not published', () => {
      const { dependencies, peerDependencies, optionalDependencies } = manifest;
      for (const [name, range] of Object.entries({
        ...dependencies,
        ...peerDependencies,
        ...optionalDependencies,
      })) {
        assert.match(
          range,
          names.includes(name) ? /^workspace:\^$/ : /^[\^~\d]/,
        );
      }
    });
  });
}
