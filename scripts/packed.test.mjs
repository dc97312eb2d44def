import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { installCommands } from './packed/adopt.mjs';
import {
  codeBelow,
  commandsOf,
  importsAndRest,
  insertBefore,
  onlyCodeBelow,
} from './packed/readme.mjs';
import { startRegistry } from './packed/registry.mjs';

const README = `# A plugin

## Install

\`\`\`sh
# ## Not a heading
yarn --cwd packages/app add  a-plugin # to the app
yarn add b
\`\`\`

Then:

\`\`\`ts
one();
\`\`\`

## Configure

\`\`\`ts
two();
\`\`\`
`;

test('finds the code below a heading, and no other', () => {
  assert.deepEqual(
    codeBelow(README, 'Install').map(({ language }) => language),
    ['sh', 'ts'],
  );
  assert.equal(onlyCodeBelow(README, 'Install', 'ts'), 'one();\n');
  assert.equal(onlyCodeBelow(README, 'Configure', 'ts'), 'two();\n');
});

test('says what a README lacks', () => {
  assert.throws(() => codeBelow(README, 'Not a heading'), /no heading/);
  assert.throws(() => onlyCodeBelow(README, 'Configure', 'sh'), /0 blocks/);
});

test('reads the commands of a block, without comments', () => {
  assert.deepEqual(commandsOf(onlyCodeBelow(README, 'Install', 'sh')), [
    ['yarn', '--cwd', 'packages/app', 'add', 'a-plugin'],
    ['yarn', 'add', 'b'],
  ]);
});

test('parts imports from the code that goes elsewhere', () => {
  const code =
    "import {\n  A,\n} from 'a';\nimport { B } from 'b';\n\n<A>\n  <B />\n</A>;\n";
  assert.deepEqual(importsAndRest(code), {
    imports: "import {\n  A,\n} from 'a';\nimport { B } from 'b';\n",
    rest: '<A>\n  <B />\n</A>',
  });
});

test('inserts before the last mark, and refuses without one', () => {
  assert.equal(insertBefore('a;\nb;\nb;', 'b;', 'c;'), 'a;\nb;\nc;\nb;');
  assert.throws(() => insertBefore('a', 'b', 'c'), /no b/);
});

test('the README installs both sides', () => {
  assert.deepEqual(installCommands(), [
    ['--cwd', 'packages/backend', 'add', 'backstage-plugin-gorgias-backend'],
    ['--cwd', 'packages/app', 'add', 'backstage-plugin-gorgias'],
  ]);
});

test('the registry serves what is packed, and gets the rest from the real one', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const manifest = { name: 'a-plugin', version: '1.2.3', dependencies: {} };
  mkdirSync(join(folder, 'package'));
  writeFileSync(join(folder, 'package/package.json'), JSON.stringify(manifest));
  mkdirSync(join(folder, 'tarballs'));
  const file = join(folder, 'tarballs/a-plugin.tgz');
  execFileSync('tar', ['-czf', file, '-C', folder, 'package']);

  const real = createServer((request, response) =>
    response.end(`{"tarball":"${upstream}${request.url}"}`),
  );
  await once(real.listen(0, '127.0.0.1'), 'listening');
  t.after(() => real.close());
  const upstream = `http://127.0.0.1:${real.address().port}`;
  const registry = await startRegistry(join(folder, 'tarballs'), upstream);
  t.after(registry.stop);
  assert.deepEqual(registry.names, ['a-plugin']);

  const found = await (await fetch(`${registry.url}/a-plugin`)).json();
  assert.equal(found['dist-tags'].latest, '1.2.3');
  const { dist, ...served } = found.versions['1.2.3'];
  assert.deepEqual(served, manifest);
  const tarball = Buffer.from(await (await fetch(dist.tarball)).arrayBuffer());
  assert.deepEqual(tarball, readFileSync(file));

  const other = await fetch(`${registry.url}/@scope%2fother`);
  assert.deepEqual(await other.json(), {
    tarball: `${registry.url}/@scope%2fother`,
  });
  const moved = await fetch(`${registry.url}/other/-/other-1.0.0.tgz`, {
    redirect: 'manual',
  });
  assert.equal(moved.status, 307);
  assert.equal(
    moved.headers.get('location'),
    `${upstream}/other/-/other-1.0.0.tgz`,
  );
});
