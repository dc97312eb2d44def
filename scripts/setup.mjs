import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SetupError, adviceFor } from './failures.mjs';
import { bringNode, nodeEnvironment } from './node.mjs';
import { ROOT, TOOLS } from './paths.mjs';
import { runLogged } from './progress.mjs';

/** The Node and the Yarn of this project, and the environment to run them in. */
export async function toolchain() {
  try {
    accessSync(ROOT, constants.W_OK);
    const { node, nodeVersion } = await bringNode();
    const env = nodeEnvironment(node);
    return { node, nodeVersion, yarn: vendoredYarn(), env: yarnSettings(env) };
  } catch (error) {
    if (!error.code) throw error;
    throw new SetupError(`${error.message}\n${adviceFor(error.message)}`);
  }
}

/** Brings everything `npm start` and `npm test` need; does nothing when it is there. */
export async function setUp() {
  const tools = await toolchain();
  const stampFile = join(TOOLS, 'installed');
  const stamp = installationStamp(tools.nodeVersion);
  const installed =
    existsSync(join(ROOT, 'node_modules', '.yarn-state.yml')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (!installed) {
    await runLogged(
      'Installing the dependencies (3 to 5 minutes the first time)',
      tools.node,
      [tools.yarn, 'install', '--immutable'],
      { cwd: ROOT, env: tools.env, logFile: join(TOOLS, 'install.log') },
    );
    writeFileSync(stampFile, stamp);
  }
  return tools;
}

function vendoredYarn() {
  const settings = readFileSync(join(ROOT, '.yarnrc.yml'), 'utf8');
  return join(ROOT, /^yarnPath: (.+)$/m.exec(settings)[1]);
}

/** Yarn does not read npm's settings: hand over those that decide whether it gets through. */
function yarnSettings(env) {
  const registry = env.npm_config_registry;
  const fromNpm = {
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: registry?.startsWith('http:')
      ? new URL(registry).hostname
      : undefined,
    YARN_HTTPS_CA_FILE_PATH: env.npm_config_cafile,
    YARN_HTTPS_PROXY: env.npm_config_https_proxy,
    YARN_ENABLE_TELEMETRY: '0',
  };
  for (const [name, value] of Object.entries(fromNpm)) {
    if (value && !env[name]) env[name] = value;
  }
  return env;
}

/** Changes with everything an installation depends on; native modules are built for one Node. */
function installationStamp(nodeVersion) {
  const hash = createHash('sha256').update(nodeVersion);
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(ROOT, folder)).map(name => join(folder, name)),
  );
  const files = ['yarn.lock', '.yarnrc.yml', 'package.json'].concat(
    workspaces.map(folder => join(folder, 'package.json')),
  );
  for (const file of files.filter(f => existsSync(join(ROOT, f)))) {
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}
