import { once } from 'node:events';
import { join } from 'node:path';
import { BackendProcess } from './backendProcess.mjs';
import { SetupError } from './failures.mjs';
import { ROOT, TOOLS } from './paths.mjs';
import { expectFreePort, freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { stopTrees } from './processes.mjs';
import { runLogged } from './progress.mjs';
import { createReplicaProxy, STATUS_PATH } from './replicaProxy.mjs';

const PORT = 3270;
const NAMES = ['replica-1', 'replica-2'];

/**
 * Starts two backends that share a PostgreSQL, behind a proxy, and the emulator
 * in a process of its own. Ends when no replica is left, with an exit code.
 *
 * The replicas run from source and in development: a bundle in production would
 * have no one to sign in as, and no emulator. The app is built, and served by
 * the replicas, so that every request goes through the proxy.
 */
export async function replicas({ node, yarn, env }, [port = PORT]) {
  const url = `http://localhost:${port}`;
  await expectFreePort(url, 'npm run start:replicas');
  await runLogged(
    'Building the app (about a minute)',
    node,
    [yarn, 'workspace', 'app', 'build'],
    { cwd: ROOT, env, logFile: join(TOOLS, 'app-build.log') },
  );
  try {
    await runUntilOver({ node, env: { ...env, REPLICAS_URL: url } }, url, port);
  } finally {
    await stopTrees();
  }
  return 1;
}

async function runUntilOver(shared, url, port) {
  const { connectionString } = await startPostgres();
  const emulator = await startEmulator(shared, url);
  const running = await startReplicas(shared, connectionString);
  const allEnded = Promise.all(running.map(each => tellEnd(each, running)));

  const proxy = createReplicaProxy(running, {
    path: '/api/gorgias-emulator',
    target: emulator,
  });
  await once(proxy.listen(port, 'localhost'), 'listening');
  process.stdout.write(
    `${[
      ...[...running, emulator].map(
        ({ name, url: own, pid }) => `${name}: ${own}, process ${pid}`,
      ),
      `What each has served: ${url}${STATUS_PATH}`,
      `${running.length} replicas are ready: open ${url}/`,
    ].join('\n')}\n`,
  );
  await Promise.race([allEnded, emulator.ended]);
  running.forEach(each => Object.assign(each, { up: false }));
}

/** Says that a replica has ended by itself, from when on the proxy leaves it alone. */
async function tellEnd(replica, running) {
  const code = await replica.ended;
  if (!replica.up) return;
  replica.up = false;
  const left = running.filter(({ up }) => up).map(({ name }) => name);
  process.stdout.write(
    `${replica.name} has ended with exit code ${code}. ${
      left.length > 0 ? `${left} goes on.` : 'None is left.'
    }\n`,
  );
}

async function startEmulator({ node, env }, url) {
  const port = await freePort();
  const emulator = new BackendProcess('emulator', {
    node,
    port,
    folder: join(ROOT, 'plugins', 'gorgias-emulator-backend'),
    entry: 'dev/index',
    configs: [join(ROOT, 'app-config.yaml')],
    env: {
      ...env,
      APP_CONFIG_backend_baseUrl: url,
      APP_CONFIG_backend_listen_port: port,
      APP_CONFIG_gorgiasEmulator_oauthApp_redirectUrls: JSON.stringify([
        `${url}/api/gorgias/connections/callback`,
      ]),
    },
  });
  await expectReady(emulator);
  return Object.assign(emulator, { served: 0 });
}

/**
 * One after the other: the database is empty, and of two that make Knex's own
 * tables in it at once one fails.
 */
async function startReplicas({ node, env }, connectionString) {
  const running = [];
  for (const name of NAMES) {
    const port = await freePort();
    const replica = new BackendProcess(name, {
      node,
      port,
      folder: join(ROOT, 'packages', 'backend'),
      entry: 'src/index',
      configs: ['app-config.yaml', 'app-config.replicas.yaml'].map(file =>
        join(ROOT, file),
      ),
      env: { ...env, POSTGRES_URL: connectionString, REPLICA_PORT: port },
    });
    await expectReady(replica);
    running.push(Object.assign(replica, { up: true }));
  }
  return running;
}

async function expectReady(backend) {
  if (!(await backend.isReady())) {
    throw new SetupError(
      `${backend.name} could not start: see the error above.`,
    );
  }
}
