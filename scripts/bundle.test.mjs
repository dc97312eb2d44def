import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ROOT } from './paths.mjs';

const PLUGIN = join(ROOT, 'plugins/gorgias');
const CARD = 'src/components/CriticalSystemsCard/index.ts';
const CARD_BUDGET_BYTES = 40 * 1024;

// The bundler of the Backstage CLI; it is on disk wherever the CLI is.
const { build } = createRequire(
  createRequire(join(ROOT, 'package.json')).resolve(
    '@backstage/cli/package.json',
  ),
)('esbuild');

/** What a host brings, or brings once for all its plugins. */
function hostPackages() {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(PLUGIN, 'package.json'), 'utf8'),
  );
  return Object.keys({ ...dependencies, ...peerDependencies }).filter(
    // This one is our own, and with us in every host.
    name => name !== 'backstage-plugin-gorgias-common',
  );
}

/** Bundles the card as a host would, minified and with a chunk for each import on demand. */
async function bundleCard() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: PLUGIN,
    entryPoints: [CARD],
    outdir: 'unused',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    target: 'es2022',
    external: hostPackages().flatMap(name => [name, `${name}/*`]),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const bytesOf = new Map(
    outputFiles.map(({ path, contents }) => [path, contents]),
  );
  const chunks = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      path,
      { ...output, contents: bytesOf.get(join(PLUGIN, path)) },
    ]),
  );
  const entry = [...chunks.keys()].find(
    path => chunks.get(path).entryPoint === CARD,
  );

  /** Everything that a chunk needs before it can run. */
  const initial = new Set();
  const visit = path => {
    if (initial.has(path)) {
      return;
    }
    initial.add(path);
    for (const { path: next, kind, external } of chunks.get(path).imports) {
      if (kind === 'import-statement' && !external) {
        visit(next);
      }
    }
  };
  visit(entry);
  return { chunks, initial: [...initial] };
}

describe('the card of the frontend plugin', async () => {
  const { chunks, initial } = await bundleCard();
  const inputs = initial.flatMap(path => Object.keys(chunks.get(path).inputs));
  const externals = initial.flatMap(path =>
    chunks.get(path).imports.filter(({ external }) => external),
  );

  it('has at most 40 kB of its own, gzipped, to be loaded with it', () => {
    const sizes = initial.map(
      path => gzipSync(chunks.get(path).contents).length,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const all = [...chunks.values()].reduce(
      (sum, { contents }) => sum + gzipSync(contents).length,
      0,
    );
    console.log(
      `The card loads ${(total / 1024).toFixed(1)} kB of at most ${(
        CARD_BUDGET_BYTES / 1024
      ).toFixed(0)} kB at first, in ${
        initial.length
      } chunks; with its dialogs it has ${(all / 1024).toFixed(1)} kB.`,
    );
    assert.ok(
      total <= CARD_BUDGET_BYTES,
      `The card has ${total} bytes gzipped, more than ${CARD_BUDGET_BYTES}. Load what it does not show at once on demand.`,
    );
  });

  it('loads no plots with it', () => {
    assert.deepEqual(
      externals.filter(({ path }) => path.startsWith('recharts')),
      [],
    );
  });

  for (const part of [
    ...['SummaryTab', 'AccountsTab', 'PeopleTab', 'ManageTab', 'EvidenceTab'],
    ...['Trends', 'AccessMatrix', 'SyncStrip', 'Revocations'],
    'AccessRuleDialog',
    'ConnectDialog/ConnectDialog.tsx',
    'HeldRun/HeldRunDialog.tsx',
  ]) {
    it(`loads ${part} only on demand`, () => {
      assert.deepEqual(
        inputs.filter(path => path.includes(`components/${part}`)),
        [],
      );
    });
  }

  it('was bundled at all', () => {
    assert.ok(inputs.some(path => path.endsWith('SystemOverview.tsx')));
    assert.ok(externals.some(({ path }) => path === '@backstage/ui'));
  });
});
