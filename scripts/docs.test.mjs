// What the documentation points to is there, and its pictures are those of the browser tests.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import test from 'node:test';
import { ROOT } from './paths.mjs';

const PICTURES = 'docs/images/';

const tracked = (...patterns) =>
  execFileSync('git', ['ls-files', '--', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

const read = file => readFileSync(join(ROOT, file), 'utf8');

/** The targets of links and pictures in a Markdown file, relative to the root, without those elsewhere. */
function linksOf(file) {
  const withoutCode = read(file).replace(/^```[\s\S]*?^```/gm, '');
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter(link => !/^([a-z]+:|#)/.test(link))
    .map(link => posix.join(dirname(file), link.split('#')[0]));
}

const documents = tracked('*.md').filter(
  file => !/(\.(api|sql)|knip-report)\.md$/.test(file),
);
const links = documents.flatMap(file =>
  linksOf(file).map(target => ({ file, target })),
);

test('every relative link and picture leads somewhere', () => {
  assert.ok(links.length > 20);
  assert.deepEqual(
    links.filter(({ target }) => !existsSync(join(ROOT, target))),
    [],
  );
});

test('every picture is shown in a document, and taken by a browser test', () => {
  const specs = tracked('packages/app/e2e-tests/*.test.ts').map(read).join();
  const taken = [...specs.matchAll(/takePicture\(\s*\w+,\s*'([^']+)'/g)].map(
    ([, name]) => `${PICTURES}${name}.png`,
  );
  const shown = links
    .map(({ target }) => target)
    .filter(target => target.startsWith(PICTURES));
  const once = names => [...new Set(names)].sort();
  assert.deepEqual(once(tracked(PICTURES)), once(shown));
  assert.deepEqual(once(taken), once(shown));
});

test('every page that the Docs tab lists is there', () => {
  const pages = [...read('mkdocs.yml').matchAll(/: (\S+\.md)$/gm)];
  assert.ok(pages.length > 5);
  for (const [, page] of pages) {
    assert.ok(existsSync(join(ROOT, 'docs', page)), page);
  }
});
