import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../paths.mjs';
import { exitCodeOf, startTree } from '../processes.mjs';

// Beside those of the development host and of the browser tests.
export const APP_URL = 'http://localhost:7190';
export const EMULATOR_URL = 'http://localhost:7191';

const START_MILLISECONDS = 180_000;

/** The configuration that a company has in addition to what the README says: where it runs, who signs in, and its catalog. */
export function writeHostConfig(app) {
  cpSync(join(ROOT, 'examples/org.yaml'), join(app, 'examples/company.yaml'));
  const config = {
    app: { baseUrl: APP_URL },
    backend: { baseUrl: APP_URL, listen: { port: portOf(APP_URL) } },
    auth: {
      providers: {
        guest: {
          dangerouslyAllowOutsideDevelopment: true,
          userEntityRef: 'user:default/ivy.nakamura',
        },
      },
    },
    catalog: {
      rules: [{ allow: ['User', 'Group', 'Resource'] }],
      locations: ['gorgias', 'company'].map(name => ({
        type: 'file',
        target: join(app, 'examples', `${name}.yaml`),
      })),
    },
    gorgias: {
      baseUrl: `${EMULATOR_URL}/api/gorgias-emulator/{subdomain}`,
    },
  };
  // JSON is YAML.
  writeFileSync(join(app, CONFIG), JSON.stringify(config, null, 2));
}

const CONFIG = 'app-config.company.yaml';

/** What the configuration of the README takes from the environment. */
function secrets() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    GORGIAS_CLIENT_ID: OAUTH_APP.clientId,
    GORGIAS_CLIENT_SECRET: OAUTH_APP.clientSecret,
    GORGIAS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    GORGIAS_EVIDENCE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    GITHUB_TOKEN: 'none',
  };
}

const OAUTH_APP = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
};

/** Starts the built app as in production: the backend serves the frontend. */
export function startHost({ node, env }, app, frontend) {
  const configs = ['app-config.yaml', CONFIG];
  return startAndWait(APP_URL, node, {
    args: [
      'packages/backend',
      ...configs.flatMap(file => ['--config', join(app, file)]),
    ],
    cwd: app,
    env: {
      ...env,
      ...secrets(),
      NODE_ENV: 'production',
      APP_CONFIG_app_packageName: frontend,
    },
  });
}

/** Starts the emulated Gorgias of this repository, on its own. */
export function startEmulator({ node, yarn, env }) {
  const callback = `${APP_URL}/api/gorgias/connections/callback`;
  return startAndWait(EMULATOR_URL, node, {
    args: [
      ...[yarn, 'workspace', 'backstage-plugin-gorgias-emulator-backend'],
      'start',
    ],
    cwd: ROOT,
    env: {
      ...env,
      NODE_ENV: 'development',
      APP_CONFIG_backend_baseUrl: EMULATOR_URL,
      APP_CONFIG_backend_listen_port: portOf(EMULATOR_URL),
      APP_CONFIG_gorgiasEmulator_oauthApp: JSON.stringify({
        ...OAUTH_APP,
        redirectUrls: [callback],
      }),
    },
  });
}

async function startAndWait(url, node, { args, ...options }) {
  const child = startTree(node, args, options);
  let output = '';
  const read = chunk => {
    output = (output + chunk).slice(-8_000);
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  let ended = false;
  exitCodeOf(child).then(() => {
    ended = true;
  });
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await isReady(url))) {
    if (ended || Date.now() > deadline) {
      throw new Error(`${url} did not start:\n${output}`);
    }
    await delay(500);
  }
  return child;
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/.backstage/health/v1/readiness`)).ok;
  } catch {
    return false;
  }
}

const portOf = url => Number(new URL(url).port);
