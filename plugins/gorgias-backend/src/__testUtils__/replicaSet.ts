import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
// The emulator is there to be tested against; it is no part of the plugin.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  Browser,
  createEmulator,
} from 'backstage-plugin-gorgias-emulator-backend';
import express from 'express';
import { Knex } from 'knex';
import { Gate } from './replicaGate';
import { ReplicaOptions } from './replicaMessages';
import { ReplicaProcess } from './replicaProcess';

const AUTHORIZATION = {
  authorization: mockCredentials.user.header('user:default/ivy.nakamura'),
};
const GORGIAS = 'resource:default/gorgias';
const CALLBACK = 'http://localhost:7007/api/gorgias/connections/callback';
const OAUTH_APP = {
  clientId: 'acme-backstage',
  clientSecret: 'emulator-client-secret',
};
/** How long the scheduler gives a run before it takes its backend for dead. */
export const TIMEOUT_SECONDS = 2;
export const ENCRYPTION_KEYS = [
  { id: 'test', secret: 'a secret that is only for tests, and long' },
];

/** An attempt to connect that Gorgias has allowed. */
export interface AllowedConnect {
  sessionId: string;
  callback: URL;
  cookie: string;
}

/** Several backends in processes of their own, on one database, and an emulator that all of them talk to over HTTP. */
export class ReplicaSet {
  static async start(knex: Knex, size: number): Promise<ReplicaSet> {
    const app = express();
    const server = createServer(app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const emulatorUrl = `http://127.0.0.1:${port}/api/gorgias-emulator`;
    const gate = new Gate();
    const begun = Date.now();
    const { router } = createEmulator({
      baseUrl: emulatorUrl,
      oauthApp: { ...OAUTH_APP, redirectUrls: [CALLBACK] },
      // Its time flies, so that its rate limit never holds the test up.
      now: () => new Date(begun + (Date.now() - begun) * 10),
      onRequest: request => gate.pass(request),
    });
    app.use('/api/gorgias-emulator', router);
    const set = new ReplicaSet(knex, {
      server,
      emulatorUrl,
      gate,
      compileCache: await mkdtemp(join(tmpdir(), 'gorgias-replicas-')),
    });
    try {
      for (let index = 0; index < size; index += 1) {
        set.replicas.push(set.#load());
      }
      // The first alone, since Knex can't make its own tables twice at once;
      // a backend that fails by that is merely started again.
      await set.startOne(set.replicas[0]);
      await Promise.all(set.replicas.slice(1).map(each => set.startOne(each)));
      set.#spare = set.#load();
    } catch (error) {
      await set.stop();
      throw error;
    }
    return set;
  }

  readonly knex: Knex;
  readonly replicas: ReplicaProcess[] = [];
  readonly emulatorUrl: string;
  /** Lets the test hold requests to the emulator. */
  readonly gate: Gate;
  readonly #server: Server;
  readonly #compileCache: string;
  readonly #everStarted: ReplicaProcess[] = [];
  /** Loads its code while it is not needed yet, which takes longest. */
  #spare: ReplicaProcess | undefined;

  private constructor(
    knex: Knex,
    options: {
      server: Server;
      emulatorUrl: string;
      gate: Gate;
      compileCache: string;
    },
  ) {
    this.knex = knex;
    this.emulatorUrl = options.emulatorUrl;
    this.gate = options.gate;
    this.#server = options.server;
    this.#compileCache = options.compileCache;
  }

  /** Everything that any replica wrote to its log, the last lines of each. */
  get logs(): string[] {
    return this.#everStarted.flatMap(({ name, log }) =>
      log.map(line => `${name}: ${line}`),
    );
  }

  /** Those that have started. */
  get ready(): ReplicaProcess[] {
    return this.replicas.filter(({ isReady }) => isReady);
  }

  /**
   * Ends a replica as if its machine had lost power.
   *
   * @returns the one in its place, to be started
   */
  async kill(replica: ReplicaProcess): Promise<ReplicaProcess> {
    await replica.kill();
    const successor = this.#takeSpare();
    this.replicas[this.replicas.indexOf(replica)] = successor;
    return successor;
  }

  /** Has one more for a while. */
  async add(): Promise<ReplicaProcess> {
    const replica = this.#takeSpare();
    this.replicas.push(replica);
    await this.startOne(replica);
    return replica;
  }

  async remove(replica: ReplicaProcess): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    await replica.kill();
  }

  startOne(replica: ReplicaProcess): Promise<void> {
    return replica.start(this.#options(replica));
  }

  /** The API of one replica, as an admin. */
  of(replica: ReplicaProcess): GorgiasClient {
    return this.#client(replica, () => {});
  }

  /** Begins to connect at a replica, and goes to where Gorgias sends the browser back. */
  async beginToConnect(replica: ReplicaProcess): Promise<AllowedConnect> {
    let cookie = '';
    const { authorizeUrl, sessionId } = await this.#client(replica, answer => {
      [cookie] = answer.headers.getSetCookie()[0].split(';');
    }).startConnection({ entityRef: GORGIAS, subdomain: 'acme' });
    const browser = new Browser(this.emulatorUrl);
    const consent = await browser.press(
      await browser.open(authorizeUrl),
      'Log in',
      { email: 'ivy.nakamura@acme.example', password: 'acme-password' },
    );
    const { leftFor } = await browser.press(consent, 'Allow');
    return { sessionId, cookie, callback: leftFor! };
  }

  /** Opens the callback of an attempt at a replica, wherever the attempt began. */
  async comeBack(
    replica: ReplicaProcess,
    { callback, cookie }: AllowedConnect,
  ): Promise<Response> {
    return fetch(`${replica.baseUrl}/connections/callback${callback.search}`, {
      headers: { cookie },
    });
  }

  /** Connects through one replica. */
  async connect(): Promise<void> {
    const [replica] = this.replicas;
    const page = await this.comeBack(
      replica,
      await this.beginToConnect(replica),
    );
    if (page.status !== 200) {
      throw new Error(`Not connected: ${await page.text()}`);
    }
  }

  /** Has the scheduler do a task now, whoever may. */
  async trigger(task: string): Promise<void> {
    await fetch(
      `${this.replicas[0].baseUrl}/.backstage/scheduler/v1/tasks/${task}/trigger`,
      { method: 'POST', headers: AUTHORIZATION },
    );
  }

  /** The account `acme` through the emulator's control API. */
  async control(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(
      `${this.emulatorUrl}/control/accounts/acme${path}`,
      {
        method,
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
    );
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    }
    return answer.status === 204 ? undefined : answer.json();
  }

  /** Ends all of it, whatever state it is in. */
  async stop(): Promise<void> {
    await Promise.all(this.#everStarted.map(each => each.kill()));
    this.gate.open();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    await rm(this.#compileCache, { recursive: true, force: true });
  }

  #takeSpare(): ReplicaProcess {
    const replica = this.#spare!;
    this.#spare = this.#load();
    return replica;
  }

  #load(): ReplicaProcess {
    const name = `replica-${this.#everStarted.length + 1}`;
    const replica = new ReplicaProcess(name, this.#compileCache);
    this.#everStarted.push(replica);
    return replica;
  }

  #client(
    { baseUrl }: ReplicaProcess,
    onAnswer: (answer: Response) => void,
  ): GorgiasClient {
    return new GorgiasClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: {
        fetch: async (input, init) => {
          const answer = await fetch(input, {
            ...init,
            headers: { ...init?.headers, ...AUTHORIZATION },
          });
          onAnswer(answer);
          return answer;
        },
      },
    });
  }

  #options({ name }: ReplicaProcess): ReplicaOptions {
    const { host, port, user, password, database } = this.knex.client.config
      .connection as Record<string, string>;
    return {
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          database: {
            client: 'pg',
            ensureExists: false,
            connection: {
              host,
              port: Number(port),
              user,
              password,
              // So that PostgreSQL tells whose a transaction is.
              application_name: name,
            },
            plugin: { gorgias: { connection: { database } } },
          },
        },
        gorgias: {
          baseUrl: `${this.emulatorUrl}/{subdomain}`,
          oauth: OAUTH_APP,
          encryption: { keys: ENCRYPTION_KEYS },
          sync: {
            schedule: {
              frequency: { hours: 1 },
              timeout: { seconds: TIMEOUT_SECONDS },
            },
          },
          staff: { offboarded: { annotation: 'acme.example/offboarded-on' } },
        },
      },
    };
  }
}
