import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../packages.mjs';
import {
  codeBelow,
  commandsOf,
  importsAndRest,
  insertBefore,
  onlyCodeBelow,
} from './readme.mjs';

const README = 'README.md';
const FRONTEND_README = 'plugins/gorgias/README.md';

/** The commands with which the README installs the packages, without the word `yarn`. */
export function installCommands() {
  return commandsOf(onlyCodeBelow(read(README), '1. Install', 'sh')).map(
    ([yarn, ...args]) => {
      if (yarn !== 'yarn') throw new Error(`${README} installs by ${yarn}`);
      return args;
    },
  );
}

/** Does to an app what the README says after the installation. */
export function adopt(app) {
  const readme = read(README);
  change(app, 'packages/backend/src/index.ts', text =>
    insertBefore(
      text,
      'backend.start();',
      onlyCodeBelow(readme, '2. Backend', 'ts'),
    ),
  );
  change(
    app,
    'app-config.yaml',
    text => `${text}\n${onlyCodeBelow(readme, '5. Configure', 'yaml')}`,
  );
  const entity = '6. Annotate the entity that stands for your Gorgias';
  writeFileSync(
    join(app, 'examples/gorgias.yaml'),
    onlyCodeBelow(readme, entity, 'yaml'),
  );
}

/** Does to an app on the legacy frontend system what the README of the plugin says. */
export function adoptInLegacyApp(app) {
  const [page, card, tab] = codeBelow(
    read(FRONTEND_README),
    'Legacy frontend system',
  ).map(({ code }) => importsAndRest(code));
  change(app, 'src/App.tsx', text =>
    page.imports.concat(insertBefore(text, '</FlatRoutes>', page.rest)),
  );
  change(app, 'src/components/catalog/EntityPage.tsx', text => {
    const [before, overview, after] = between(
      text,
      'const overviewContent',
      'const serviceEntityPage',
    );
    const withCard =
      before + insertBefore(overview, '</Grid>\n);', card.rest) + after;
    const [start, defaultPage, end] = between(
      withCard,
      'const defaultEntityPage',
      'const componentPage',
    );
    return [
      card.imports,
      tab.imports,
      start,
      insertBefore(defaultPage, '</EntityLayout>', tab.rest),
      end,
    ].join('');
  });
}

/** The text in three: before one mark, from it to another, and from that. */
function between(text, from, to) {
  const [begin, end] = [text.indexOf(from), text.indexOf(to)];
  if (begin < 0 || end < begin) throw new Error(`No ${from} before ${to}`);
  return [text.slice(0, begin), text.slice(begin, end), text.slice(end)];
}

function change(app, file, how) {
  const path = join(app, file);
  writeFileSync(path, how(readFileSync(path, 'utf8')));
}
