import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import { runToEnd } from './childProcess';
import { until } from './live';

const REPOSITORY = resolvePackagePath('benchmarks', '..');
const CLI = require.resolve('@backstage/cli/bin/backstage-cli');
const LOADER = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** The example host of this repository: its app as it is built, its backend, and the emulator in it. */
export class ExampleHost {
  readonly url: string;
  readonly #stop: () => Promise<void>;

  private constructor(url: string, stop: () => Promise<void>) {
    this.url = url;
    this.#stop = stop;
  }

  /** Builds its app, as it has to be before it starts. */
  static async build(): Promise<void> {
    await runToEnd([CLI, 'package', 'build'], {
      cwd: join(REPOSITORY, 'packages', 'app'),
    });
  }

  static async start(): Promise<ExampleHost> {
    const url = `http://localhost:${await freePort()}`;
    const backend = spawn(
      process.execPath,
      [
        ...['--require', LOADER, 'src/index'],
        ...['--config', join(REPOSITORY, 'app-config.yaml')],
      ],
      {
        cwd: join(REPOSITORY, 'packages', 'backend'),
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          // The guest can sign in to a development host only.
          NODE_ENV: 'development',
          LOG_LEVEL: 'error',
          APP_CONFIG_app_baseUrl: url,
          APP_CONFIG_backend_baseUrl: url,
          APP_CONFIG_backend_listen_port: new URL(url).port,
          APP_CONFIG_backend_cors_origin: url,
          APP_CONFIG_gorgias_baseUrl: `${url}/api/gorgias-emulator/{subdomain}`,
          APP_CONFIG_gorgiasEmulator_oauthApp_redirectUrls: JSON.stringify([
            `${url}/api/gorgias/connections/callback`,
          ]),
        },
      },
    );
    const exited = once(backend, 'exit');
    const stop = async () => {
      backend.kill('SIGKILL');
      await exited;
    };
    process.once('exit', () => backend.kill('SIGKILL'));
    try {
      await Promise.race([
        until(() => isReady(url), 'the example host'),
        exited.then(([code]) => {
          throw new Error(`The example host ended: ${code}`);
        }),
      ]);
    } catch (error) {
      await stop();
      throw error;
    }
    return new ExampleHost(url, stop);
  }

  /** Makes an entity a critical system, connects Gorgias for it by API key, and waits for the first verdicts. */
  async connect(entityRef: string): Promise<void> {
    const signedIn = await fetch(`${this.url}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await signedIn.json();
    const asGuest: typeof fetch = (input, init) =>
      fetch(input, {
        ...init,
        headers: {
          ...init?.headers,
          authorization: `Bearer ${backstageIdentity.token}`,
        },
      });
    const { kind, namespace, name } = parseEntityRef(entityRef);
    // The catalog takes in its entities after it is ready.
    await until(async () => {
      const { ok } = await asGuest(
        `${this.url}/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
      );
      return ok || undefined;
    }, 'the entity in the catalog');
    const client = new GorgiasClient({
      discoveryApi: { getBaseUrl: async () => `${this.url}/api/gorgias` },
      fetchApi: { fetch: asGuest },
    });
    await client.addCriticalSystem(entityRef);
    await client.connectByApiKey({
      entityRef,
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-api-key',
    });
    await until(async () => {
      const { freshness } = await client.getSystem(entityRef);
      return freshness.factsAt ?? undefined;
    }, 'the first verdicts');
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

async function isReady(url: string): Promise<true | undefined> {
  const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
    () => undefined,
  );
  return answer?.ok || undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
