// Finds a browser for the tests and prints how Playwright is to launch it, as JSON.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOLS } from './paths.mjs';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NO_BROWSER =
  'No Chromium was found for the browser tests. Install Chromium (its command must be chromium, chromium-browser or google-chrome), or set CHROMIUM_PATH to its program, then run the tests again.';

/**
 * The launch options of Playwright for the first browser that runs here; `env`
 * holds what its environment needs besides our own.
 */
export async function findBrowser(environment = process.env) {
  const path = environment.CHROMIUM_PATH;
  if (path) {
    if (runs(path)) return { executablePath: path, args: FLAGS };
    throw new Error(`CHROMIUM_PATH is ${path}, which does not run.`);
  }
  const installed = commandsOnPath(environment).find(command => runs(command));
  if (installed) return { executablePath: installed, args: FLAGS };

  if (process.platform === 'linux') {
    const packaged = process.arch === 'x64' && (await packagedBrowser());
    if (packaged) return packaged;
    throw new Error(NO_BROWSER);
  }
  return { channel: 'chrome' };
}

function commandsOnPath(environment) {
  const folders = (environment.PATH ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome'].flatMap(name =>
    folders.map(folder => join(folder, name)).filter(file => existsSync(file)),
  );
}

// A browser that lacks a library, or is a stub that asks for a snap, fails this already.
function runs(executable, extraEnv) {
  try {
    const env = { ...process.env, ...extraEnv };
    execFileSync(executable, ['--version'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser of the package @sparticuz/chromium. The package unpacks into the
 * shared temporary folder, and the libraries it bundles only on AWS Lambda, so
 * both are done here: into a folder of our own, and where they are missing.
 */
async function packagedBrowser() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packaged = join(entry, '..', '..', '..');
  const { version } = JSON.parse(
    readFileSync(join(packaged, 'package.json'), 'utf8'),
  );
  const folder = join(TOOLS, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packaged, 'bin'), folder);

  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const withLibraries = {
    ...env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib')]
      .concat(process.env.LD_LIBRARY_PATH ?? [])
      .join(delimiter),
  };
  const working = [env, withLibraries].find(e => runs(executablePath, e));
  return working && { executablePath, args: FLAGS, env: working };
}

async function unpack(archives, folder) {
  mkdirSync(TOOLS, { recursive: true });
  // Renamed when complete, so that an interrupted unpacking is not taken for a browser.
  const unfinished = mkdtempSync(join(TOOLS, 'chromium-'));
  const { inflate } = await import('@sparticuz/chromium');
  process.env.TMPDIR = unfinished;
  for (const archive of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) {
    await inflate(join(archives, archive));
  }
  // Without any font no text is drawn, so the package's own stands by.
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    `<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontcache</cachedir>
</fontconfig>
`,
  );
  renameSync(unfinished, folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(JSON.stringify(await findBrowser()));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
