import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { GorgiasClient, SyncRun } from 'backstage-plugin-gorgias-common';
import { Browser } from 'backstage-plugin-gorgias-emulator-backend';
import type { BackendOptions } from './backendProcess';
import { Child, startChild } from './child';
import { DatabaseAddress } from './databases';
import type { EmulatorOptions, EmulatorStatistics } from './emulatorProcess';
import { ENTITY } from './system';

const AUTHORIZATION = {
  authorization: mockCredentials.user.header('user:default/p0'),
};
/** Gorgias' bucket for OAuth apps, and the part of it that the plugin keeps to. */
const LIMIT = 80;
const WINDOW_SECONDS = 20;
export const OUR_SHARE = 0.75;
const LOOK_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 10 * 60 * 1000;

/** Starts a backend in a process of its own. */
export function startBackend(
  options: BackendOptions,
): Promise<Child<{ baseUrl: string }>> {
  return startChild('backendProcess.ts', options);
}

/** The API of a backend, as an admin. */
export function clientOf(
  baseUrl: string,
  onAnswer: (answer: Response) => void = () => {},
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

/**
 * Has an answer come as an admin, and throws it away: who asks for many at
 * once in one process would have each of them wait while it looks at others.
 */
export function askFor(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: AUTHORIZATION }, answer => {
      answer.on('error', reject).on('end', () => {
        if (answer.statusCode === 200) {
          resolve();
        } else {
          reject(new Error(`${url} answers ${answer.statusCode}`));
        }
      });
      answer.resume();
    }).on('error', reject);
  });
}

/** Waits until something is there. */
export async function until<T>(
  look: () => Promise<T | undefined>,
  what: string,
): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await delay(LOOK_MILLISECONDS);
  }
}

/** A backend and a Gorgias that it talks to over HTTP, each in a process of its own. */
export class LiveGorgias {
  readonly client: GorgiasClient;
  readonly #emulator: Child<{ url: string }>;
  readonly #backend: Child<{ baseUrl: string }>;

  private constructor(
    emulator: Child<{ url: string }>,
    backend: Child<{ baseUrl: string }>,
  ) {
    this.#emulator = emulator;
    this.#backend = backend;
    this.client = clientOf(backend.result.baseUrl);
  }

  static async start(
    options: EmulatorOptions & { database: DatabaseAddress },
  ): Promise<LiveGorgias> {
    const { database, accounts } = options;
    const emulator = await startChild<{ url: string }>(
      'emulatorProcess.ts',
      options,
      // It refuses to be in production.
      { NODE_ENV: 'development' },
    );
    const backend = await startBackend({
      database,
      accounts,
      gorgiasUrl: emulator.result.url,
    });
    return new LiveGorgias(emulator, backend);
  }

  /**
   * Goes through Gorgias' pages as a person does.
   *
   * @returns what opens the page to which Gorgias then sends the browser back
   */
  async allow(): Promise<() => Promise<void>> {
    // The button is on the page of the system.
    await this.client.getSystem(ENTITY);
    let cookie = '';
    const { authorizeUrl } = await clientOf(
      this.#backend.result.baseUrl,
      answer => {
        [cookie] = answer.headers.getSetCookie()[0].split(';');
      },
    ).startConnection({ entityRef: ENTITY, subdomain: 'acme' });
    const browser = new Browser(this.#emulator.result.url);
    const consent = await browser.press(
      await browser.open(authorizeUrl),
      'Log in',
      { email: 'p0@acme.example', password: 'acme-password' },
    );
    const { leftFor } = await browser.press(consent, 'Allow');
    return async () => {
      const page = await fetch(
        `${this.#backend.result.baseUrl}/connections/callback${
          leftFor!.search
        }`,
        { headers: { cookie } },
      );
      if (page.status !== 200) {
        throw new Error(`Not connected: ${await page.text()}`);
      }
    };
  }

  /** Waits for verdicts that rest on a complete reading. */
  async firstVerdicts(): Promise<void> {
    // The first run ends with them. A summary takes a backend long enough that
    // asking for it all the time would have it do little else.
    await until(async () => {
      const { items } = await this.client.listSyncRuns(ENTITY);
      return items.find(({ outcome }) => outcome !== 'running');
    }, 'the end of the first sync run');
    const { freshness } = await this.client.getSystem(ENTITY);
    if (!freshness.factsAt) throw new Error('There are no verdicts');
  }

  /** Connects and waits for the first verdicts. */
  async connect(): Promise<void> {
    const comeBack = await this.allow();
    await comeBack();
    await this.firstVerdicts();
  }

  /** Asks for a sync run and waits for its end. */
  async sync(): Promise<SyncRun> {
    await this.client.syncNow(ENTITY);
    return this.endOfRun();
  }

  /** Waits until no run is asked for or under way. */
  endOfRun(): Promise<SyncRun> {
    return until(async () => {
      const [run] = (await this.client.listSyncRuns(ENTITY)).items;
      return run.outcome === 'running' ? undefined : run;
    }, 'the end of a sync run');
  }

  /** What Gorgias saw since it was asked last. */
  async statistics(): Promise<EmulatorStatistics> {
    const url = `${this.#emulator.result.url}/statistics`;
    const seen = await (await fetch(url)).json();
    await fetch(url, { method: 'DELETE' });
    return seen;
  }

  /** Changes a user at Gorgias. */
  async changeUser(id: string, change: object): Promise<void> {
    const answer = await fetch(
      `${this.#emulator.result.url}/control/accounts/acme/users/${id}`,
      {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      },
    );
    if (!answer.ok) throw new Error(await answer.text());
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    await this.#emulator.stop();
  }
}

/** The least that reading takes, in seconds: one page after the other, and no faster than the rate limit lets us. */
export function fetchFloor(options: {
  pages: number;
  requests: number;
  latencyMilliseconds: number;
}): number {
  const { pages, requests, latencyMilliseconds } = options;
  return Math.max(
    (pages * latencyMilliseconds) / 1000,
    (requests - OUR_SHARE * LIMIT) / (LIMIT / WINDOW_SECONDS),
  );
}
