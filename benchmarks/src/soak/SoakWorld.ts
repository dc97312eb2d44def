import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import { Browser } from 'backstage-plugin-gorgias-emulator-backend';
import knexFactory, { Knex } from 'knex';
import { ReplicaOptions } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaMessages';
import { ReplicaProcess } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaProcess';
import { Canaries } from './Canaries';
import { OAUTH_APP, SoakEmulator } from './emulator';
import { Fleet } from './Fleet';
import { Timeline } from './Timeline';

export const GORGIAS = 'resource:default/gorgias';
export const ADMIN = 'user:default/ivy.nakamura';
const LOG_IN = {
  email: 'ivy.nakamura@acme.example',
  password: 'acme-password',
};
/** How long after the database was away an answer may still tell of it. */
const AFTER_EFFECT_SECONDS = 12;
const BEGUN_TO_END_MILLISECONDS = 20_000;

/** A decision that an admin was told is made. */
export interface Decision {
  what: string;
  by: string;
}

/** Three replicas, their PostgreSQL, a Gorgias, and admins. */
export class SoakWorld {
  static async start(options: {
    postgresUrl: string;
    restartPostgres: (signal: string) => Promise<void>;
    timeline: Timeline;
  }): Promise<SoakWorld> {
    const canaries = new Canaries();
    canaries.add('the client secret', OAUTH_APP.clientSecret);
    const emulator = await SoakEmulator.start(canaries);
    await emulator.control('PATCH', '/behaviour', { maxPageSize: 5 });
    const world = new SoakWorld(options, canaries, emulator);
    await world.#makeDatabase();
    try {
      world.#fleet = await Fleet.start({
        size: 3,
        timeline: options.timeline,
        canaries,
        configOf: name => world.#configOf(name),
      });
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  readonly timeline: Timeline;
  readonly canaries: Canaries;
  readonly emulator: SoakEmulator;
  readonly knex: Knex;
  readonly decisions: Decision[] = [];
  /** Names of the keys that encrypt, the newest first. */
  readonly keys: Array<{ id: string; secret: string }> = [];
  readonly signingKey = generateKeyPairSync('ed25519');
  readonly #options: {
    postgresUrl: string;
    restartPostgres: (signal: string) => Promise<void>;
  };
  readonly #database = `soak_${randomBytes(6).toString('hex')}`;
  #fleet: Fleet | undefined;
  #databaseAwayUntil = -Infinity;

  private constructor(
    options: {
      postgresUrl: string;
      restartPostgres: (signal: string) => Promise<void>;
      timeline: Timeline;
    },
    canaries: Canaries,
    emulator: SoakEmulator,
  ) {
    this.#options = options;
    this.timeline = options.timeline;
    this.canaries = canaries;
    this.emulator = emulator;
    this.keys.push(this.#newKey());
    canaries.add(
      'the signing key',
      this.#signingPem().replace(/-----[^-]*-----|\n/g, ''),
    );
    const url = new URL(options.postgresUrl);
    canaries.add('the password of the database', url.password);
    url.pathname = this.#database;
    this.knex = knexFactory({
      client: 'pg',
      connection: url.href,
      pool: { min: 0, max: 4 },
    });
  }

  get fleet(): Fleet {
    return this.#fleet!;
  }

  /** Whether the database is, or was a moment ago, away. */
  get isDatabaseShaky(): boolean {
    return this.timeline.now < this.#databaseAwayUntil + AFTER_EFFECT_SECONDS;
  }

  /** The API of a replica as somebody, every answer searched for secrets. */
  as(user: string, replica: ReplicaProcess): GorgiasClient {
    return this.#client(user, replica, () => {});
  }

  /** As an admin, wherever somebody answers. */
  get admin(): GorgiasClient {
    const [replica] = this.fleet.ready;
    if (!replica) {
      throw new Error('No replica is there');
    }
    return this.as(ADMIN, replica);
  }

  /** Connects as a browser does: begun at one replica, come back to another. */
  async connect(user: string, replica: ReplicaProcess): Promise<void> {
    let cookie = '';
    const { authorizeUrl } = await this.#client(user, replica, answer => {
      [cookie] = answer.headers.getSetCookie()[0].split(';');
      this.canaries.add(
        `a binding ${this.canaries.count}`,
        cookie.slice(cookie.indexOf('=') + 1),
      );
    }).startConnection({ entityRef: GORGIAS, subdomain: 'acme' });
    const browser = new Browser(this.emulator.url);
    const consent = await browser.press(
      await browser.open(authorizeUrl),
      'Log in',
      LOG_IN,
    );
    const { leftFor } = await browser.press(consent, 'Allow');
    const back = this.fleet.ready.at(-1) ?? replica;
    const page = await fetch(
      `${back.baseUrl}/connections/callback${leftFor!.search}`,
      { headers: { cookie } },
    );
    const text = await page.text();
    this.canaries.look('the page after connecting', text);
    if (page.status === 200) {
      this.decisions.push({ what: 'connection', by: user });
    }
    this.timeline.count(`${page.status} (page after connecting)`);
  }

  /** Has the scheduler do a task now, whoever may. */
  async trigger(task: string): Promise<void> {
    const [replica] = this.fleet.ready;
    await fetch(
      `${replica.baseUrl}/.backstage/scheduler/v1/tasks/${task}/trigger`,
      {
        method: 'POST',
        headers: { authorization: mockCredentials.user.header(ADMIN) },
      },
    );
  }

  async restartDatabase(signal: string): Promise<void> {
    this.#databaseAwayUntil = Infinity;
    try {
      await this.#options.restartPostgres(signal);
    } finally {
      this.#databaseAwayUntil = this.timeline.now;
    }
  }

  /** First every replica knows the new key, then it encrypts; as the documentation tells operators. */
  async rotateKeys(): Promise<void> {
    const [current] = this.keys;
    const next = this.#newKey();
    for (const keys of [
      [current, next],
      [next, current],
    ]) {
      this.keys.splice(0, this.keys.length, ...keys);
      for (const place of [0, 1, 2]) {
        await this.fleet.replace(place, 'SIGTERM');
      }
    }
    await this.waitUntil(
      'all tokens are encrypted by the new key',
      async () => {
        await this.trigger('reencrypt-tokens');
        return (await this.tokensByOtherKeys()).length === 0;
      },
    );
  }

  /** Tokens that the newest key has not encrypted. */
  async tokensByOtherKeys(): Promise<string[]> {
    const [{ id }] = this.keys;
    const rows = await this.knex('connections').select();
    return rows
      .flatMap(row => [row.access_token, row.refresh_token, row.api_key])
      .filter(token => token !== null && !String(token).includes(`v1.${id}.`))
      .map(token => String(token).slice(0, 12));
  }

  /** Waits for something, through whatever is away meanwhile. */
  async waitUntil(
    what: string,
    holds: () => Promise<boolean>,
    milliseconds = BEGUN_TO_END_MILLISECONDS * 9,
  ): Promise<void> {
    const end = performance.now() + milliseconds;
    let reason = '';
    while (performance.now() < end) {
      try {
        if (await holds()) {
          return;
        }
        reason = '';
      } catch (error) {
        reason = `: ${error}`;
      }
      await delay(500);
    }
    throw new Error(
      `Waited ${milliseconds / 1000} s in vain until ${what}${reason}`,
    );
  }

  async stop(): Promise<void> {
    await this.#fleet?.stop();
    await this.knex.destroy();
    await this.emulator.stop();
  }

  async #makeDatabase(): Promise<void> {
    const server = knexFactory({
      client: 'pg',
      connection: this.#options.postgresUrl,
      pool: { min: 0, max: 1 },
    });
    await server.raw('create database ??', [this.#database]);
    await server.destroy();
  }

  #newKey() {
    const id = `key-${randomBytes(3).toString('hex')}`;
    const secret = randomBytes(32).toString('hex');
    this.canaries.add(`the encryption secret ${id}`, secret);
    return { id, secret };
  }

  #signingPem(): string {
    return String(
      this.signingKey.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
  }

  #client(
    user: string,
    { baseUrl }: ReplicaProcess,
    onAnswer: (answer: Response) => void,
  ): GorgiasClient {
    return new GorgiasClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: {
        fetch: async (input, init) => {
          const path = String(input).slice(baseUrl.length);
          const answer = await fetch(input, {
            ...init,
            headers: {
              ...init?.headers,
              authorization: mockCredentials.user.header(user),
            },
          });
          const bytes = Buffer.from(await answer.clone().arrayBuffer());
          this.canaries.look(`the answer to ${path}`, bytes.toString('latin1'));
          this.#note(`${init?.method ?? 'GET'} ${path}`, answer, bytes);
          onAnswer(answer);
          return answer;
        },
      },
    });
  }

  /** Counts an answer; one of an error of ours is a breach, unless the database was away. */
  #note(request: string, { status }: Response, body: Buffer): void {
    const away = this.isDatabaseShaky ? ' (database away)' : '';
    this.timeline.count(`${status}${status >= 500 ? away : ''}`);
    if (status === 500 && !away) {
      this.timeline.breach(
        `500 to ${request}: ${body.toString().slice(0, 600)}`,
      );
    }
  }

  #configOf(name: string): ReplicaOptions['config'] {
    const { hostname, port, username, password } = new URL(
      this.#options.postgresUrl,
    );
    return {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        database: {
          client: 'pg',
          ensureExists: false,
          connection: {
            host: hostname,
            port: Number(port),
            user: username,
            password,
            application_name: name,
          },
          plugin: { gorgias: { connection: { database: this.#database } } },
        },
      },
      gorgias: {
        baseUrl: `${this.emulator.url}/{subdomain}`,
        oauth: OAUTH_APP,
        encryption: { keys: this.keys.map(key => ({ ...key })) },
        evidence: {
          signing: { keyId: 'soak', privateKey: this.#signingPem() },
          headInterval: { minutes: 1 },
        },
        sync: {
          // Short, so that what a killed replica has begun is soon given up.
          schedule: { frequency: { seconds: 12 }, timeout: { seconds: 12 } },
        },
        staff: { offboarded: { annotation: 'acme.example/offboarded-on' } },
      },
    };
  }
}
