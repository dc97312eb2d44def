import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';

const PACKAGE = join(__dirname, '../..');
const PATIENCE_MILLISECONDS = 150_000;
const KEPT_LOG_LINES = 100;

/** Who can sign in to the development host, by the provider that signs them in. */
export type Provider =
  | 'guest'
  | 'example-engineer'
  | 'example-lead'
  | 'example-auditor';

/** The backend of `npm start`, in a process and on a port of its own. */
export class DevelopmentHost {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #log: string[] = [];

  /** @param config - what differs from app-config.yaml, by path, such as `backend.auth` */
  static async start(
    config: Record<string, unknown> = {},
  ): Promise<DevelopmentHost> {
    const host = new DevelopmentHost(await freePort(), config);
    try {
      await host.#becomeReady();
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  private constructor(port: number, config: Record<string, unknown>) {
    this.url = `http://localhost:${port}`;
    const { JEST_WORKER_ID, ...env } = process.env;
    this.#process = fork(join(PACKAGE, 'src/index.ts'), {
      cwd: PACKAGE,
      // As `backstage-cli package start` does.
      execArgv: [
        '--enable-source-maps',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: {
        ...env,
        ...environment({
          'backend.baseUrl': this.url,
          'backend.listen.port': port,
          'gorgias.baseUrl': `${this.url}/api/gorgias-emulator/{subdomain}`,
          'gorgiasEmulator.oauthApp.redirectUrls': [
            `${this.url}/api/gorgias/connections/callback`,
          ],
          ...config,
        }),
        NODE_ENV: 'development',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#log.push(...text.split('\n').filter(Boolean));
        this.#log.splice(0, this.#log.length - KEPT_LOG_LINES);
      });
    }
  }

  /** Signs in as the button on the sign-in page does. @returns a Backstage token */
  async signIn(provider: Provider): Promise<string> {
    const answer = await fetch(`${this.url}/api/auth/${provider}/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await answer.json();
    return backstageIdentity.token;
  }

  /** Asks any plugin something, with a Backstage token. A body is posted, unless another method is said. */
  ask(
    token: string,
    path: string,
    { body, ...init }: Omit<RequestInit, 'body'> & { body?: object } = {},
  ): Promise<Response> {
    return fetch(`${this.url}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Has Backstage's scheduler do a task of a plugin now, once it is not being done. */
  async trigger(token: string, plugin: string, task: string): Promise<void> {
    await this.until(async () => {
      const path = `${plugin}/.backstage/scheduler/v1/tasks/${task}/trigger`;
      return (await this.ask(token, path, { method: 'POST' })).ok;
    });
  }

  /** The API of the Gorgias plugin, with a Backstage token. */
  gorgias(token: string): GorgiasClient {
    return new GorgiasClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.url}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { ...init?.headers, authorization: `Bearer ${token}` },
          }),
      },
    });
  }

  /** Waits for something that takes its time, and takes an error for not yet. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    while (!(await isSo().catch(() => false))) {
      if (!this.#isAlive || Date.now() > end) {
        throw new Error(
          `The development host did not get so far:\n${this.#log.join('\n')}`,
        );
      }
      await sleep(250);
    }
  }

  async stop(): Promise<void> {
    if (this.#isAlive) {
      this.#process.kill('SIGKILL');
      await once(this.#process, 'exit');
    }
  }

  get #isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Ready is when those are in the catalog whom tests are about. */
  #becomeReady(): Promise<void> {
    return this.until(async () => {
      const authorization = `Bearer ${await this.signIn('guest')}`;
      await this.signIn('example-lead');
      const entity = await fetch(
        `${this.url}/api/catalog/entities/by-name/resource/default/gorgias`,
        { headers: { authorization } },
      );
      return entity.ok;
    });
  }
}

/** Configuration as Backstage reads it from the environment. */
function environment(config: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([path, value]) => [
      `APP_CONFIG_${path.replaceAll('.', '_')}`,
      JSON.stringify(value),
    ]),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
