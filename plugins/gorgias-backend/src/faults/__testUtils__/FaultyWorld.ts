import diagnosticsChannel from 'node:diagnostics_channel';
import { isDeepStrictEqual } from 'node:util';
import { ConnectionSummary } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../../__testUtils__/clock';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../../__testUtils__/startGorgias';

/** Users of the emulator's account `acme`. */
export const CHLOE = '453990417';
export const YUKI = '410377402';
const SAM = '411805933';
const LUCA = '445193752';
const ROBIN = '451338620';

/** What a complete run writes, and a run that is not complete must leave as it is. */
const SNAPSHOT_TABLES = [
  'accounts',
  'access_settings',
  'staff_members',
  'org_roles',
  'identity_links',
  'verdicts',
];

/** What happens before the emulator handles a request. */
interface Hook {
  onRequest?: (path: string) => Promise<void>;
}

/** A request of the plugin to Gorgias and how it was answered, if it was. */
interface SentRequest {
  path: string;
  query: URLSearchParams;
  status?: number;
}

/** What Node's fetch tells of a request (undici's documentation of its diagnostics channels). */
interface UndiciMessage {
  request: { origin: string; path: string };
  response?: { statusCode: number };
}

const TO_ACME = /^\/api\/gorgias-emulator\/acme(\/(?:api|oauth\/token)\b.*)$/;

/**
 * The plugin, connected to the account `acme` of an emulator that gives five
 * users a page, and with one complete run behind it. Since then much has
 * changed in Gorgias, so that a run that goes wrong could do damage.
 */
export class FaultyWorld {
  /** When the one complete run began. */
  static readonly CONNECTED_AT = '2026-11-24T09:00:00.000Z';

  readonly gorgias: RunningGorgias;
  readonly #knex: Knex;
  readonly #hook: Hook;
  readonly #stopWatching: () => void;
  readonly #hosts = new Set<string>();
  #sent: SentRequest[] = [];

  private constructor(gorgias: RunningGorgias, knex: Knex, hook: Hook) {
    this.gorgias = gorgias;
    this.#hook = hook;
    this.#knex = knex;
    this.#stopWatching = this.#watch();
  }

  static async start(knex: Knex): Promise<FaultyWorld> {
    setClock(FaultyWorld.CONNECTED_AT);
    const hook: Hook = {};
    const gorgias = await startGorgias({
      knex,
      onRequest: ({ path }) => hook.onRequest?.(path),
    });
    const world = new FaultyWorld(gorgias, knex, hook);
    await world.behave({ maxPageSize: 5 });
    await world.gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await world.gorgias
      .as(ADMIN)
      .putAccessRule(GORGIAS, { revision: 0, spec: { type: 'all-staff' } });
    await world.gorgias.connect();
    advanceClock({ minutes: 15 });
    await world.#changeGorgias();
    return world;
  }

  async stop(): Promise<void> {
    this.#stopWatching();
    jest.useRealTimers();
    await this.gorgias.stop();
  }

  /** The requests of the plugin to Gorgias, since the last sync began or they were forgotten. */
  get sent(): readonly SentRequest[] {
    return this.#sent;
  }

  forgetSent(): void {
    this.#sent = [];
  }

  /** The hosts that anything in this process has called, by redirects too. */
  get hosts(): readonly string[] {
    return [...this.#hosts];
  }

  /** Does something before the nth request for a page of users from now on. */
  beforePage(nth: number, act: () => Promise<unknown>): void {
    let pages = 0;
    this.#hook.onRequest = async path => {
      pages += path === '/api/users' ? 1 : 0;
      if (path === '/api/users' && pages === nth) {
        await act();
      }
    };
  }

  /** Gorgias goes wrong from now on, see the emulator's README. */
  fault(faults: object) {
    return this.#control('POST', '/faults', faults);
  }

  /** Breaks the answers to some requests. */
  break(how: string, which: { path?: string; skip?: number; count?: number }) {
    return this.fault({ breakNext: { how, ...which } });
  }

  behave(behaviour: object) {
    return this.#control('PATCH', '/behaviour', behaviour);
  }

  expireTokens() {
    return this.#control('POST', '/expire-tokens');
  }

  revokeGrants() {
    return this.#control('POST', '/revoke-grants');
  }

  deleteUser(id: string) {
    return this.#control('DELETE', `/users/${id}`);
  }

  /** Gorgias is well again. */
  async endFaults(): Promise<void> {
    this.#hook.onRequest = undefined;
    await this.#control('DELETE', '/faults');
    await this.behave({
      clockSkewSeconds: 0,
      expiresInSeconds: 0,
      scopesGranted: null,
      settingsNeedAdmin: true,
    });
  }

  /** Does a sync, and says how it ended. */
  async sync(): Promise<string> {
    this.forgetSent();
    await this.gorgias.sync();
    return this.describeLastRun();
  }

  /** Connects again, with the sync that follows, and says how that ended. */
  async reconnect(): Promise<string> {
    this.forgetSent();
    await this.gorgias.connect();
    return this.describeLastRun();
  }

  async describeLastRun(): Promise<string> {
    const system = await this.gorgias.as(ADMIN).getSystem(GORGIAS);
    const { outcome, retries, error } = system.sync.last!;
    const settings = await this.accessSettings();
    if (outcome !== 'complete') {
      return `${outcome}: ${this.withoutHost(error ?? '')}`;
    }
    // Without what came before the run when it was connecting that asked for it.
    const sent = this.#sent.slice(
      this.#sent.findLastIndex(({ path }) => path === '/api/users/0') + 1,
    );
    const readings = sent.filter(
      ({ path, query, status }) =>
        path === '/api/users' && !query.has('cursor') && status === 200,
    ).length;
    const renewals = sent.filter(
      ({ path, status }) => path === '/oauth/token' && status === 200,
    ).length;
    return [
      'complete',
      retries === 1 && 'after 1 retry',
      retries > 1 && `after ${retries} retries`,
      readings > 1 && 'pages were read again',
      renewals > 0 && 'access was renewed',
      isDeepStrictEqual(settings, {}) && 'sign-in settings are unknown',
      !system.earlyNews.available && 'no early news',
      system.connection?.warning && 'a warning says to reconnect',
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** Everything of the last complete run, as it is kept. */
  async snapshot(): Promise<object> {
    const tables = SNAPSHOT_TABLES.map(async table => [
      table,
      sorted(await this.#knex(table).select()),
    ]);
    return {
      factsAt: await this.factsAt(),
      ...Object.fromEntries(await Promise.all(tables)),
    };
  }

  /** The connection as it is kept, tokens included. */
  connectionRow(): Promise<object> {
    return this.#knex('connections').first();
  }

  /** When the access token has to be renewed, as it is kept. */
  async tokenLapsesAt(): Promise<string> {
    const row = await this.#knex('connections').first();
    return row.access_token_expires_at;
  }

  async factsAt(): Promise<string | null> {
    const { freshness } = await this.gorgias.as(ADMIN).getSystem(GORGIAS);
    return freshness.factsAt;
  }

  async connection(): Promise<ConnectionSummary> {
    const { connection } = await this.gorgias.as(ADMIN).getSystem(GORGIAS);
    return connection!;
  }

  /** The accounts that are there, as the API lists them. */
  async accounts(): Promise<Array<{ id: string }>> {
    const { items } = await this.gorgias
      .as(ADMIN)
      .listAccounts(GORGIAS, { limit: 100 });
    const there = items
      .filter(({ state }) => state !== 'gone')
      .map(({ id, name, email, gorgiasRole, ownTwoFactor, state }) => ({
        id,
        name,
        email,
        gorgiasRole,
        ownTwoFactor,
        state,
      }));
    return sorted(there);
  }

  /** What {@link accounts} has to be, from the emulator itself. */
  async freshRead(): Promise<object[]> {
    const { users } = await this.#control('GET', '');
    const there = users.map((user: any) => ({
      id: String(user.id),
      name: user.name,
      email: user.email,
      gorgiasRole: user.role.name,
      ownTwoFactor: user.has_2fa_enabled ?? null,
      state: user.active ? 'active' : 'deactivated',
    }));
    return sorted(there);
  }

  /** The status of every verdict about somebody who is there, and of the system. */
  async statuses(): Promise<Record<string, string>> {
    const rows = await this.#knex('verdicts').select();
    const gone = await this.#knex('accounts')
      .where({ state: 'gone' })
      .pluck('account_id');
    return Object.fromEntries(
      rows
        .filter(row => !gone.includes(row.account_id))
        .map(row => [`${row.check_id} ${row.account_id}`, row.status]),
    );
  }

  /** How people sign in, as it is kept. */
  async accessSettings(): Promise<object> {
    const { facts } = await this.#knex('access_settings').first();
    return JSON.parse(facts);
  }

  async #changeGorgias(): Promise<void> {
    await this.deleteUser(CHLOE);
    await this.#control('PATCH', `/users/${ROBIN}`, { active: false });
    await this.#control('PATCH', `/users/${SAM}`, { has_2fa_enabled: true });
    await this.#control('PATCH', `/users/${LUCA}`, { role: 'admin' });
    await this.#control('POST', '/users', {
      name: 'Noor Haddad',
      email: 'noor.haddad@acme.example',
      role: 'observer-agent',
    });
    await this.#control('PATCH', '/settings', {
      two_fa_enforced_datetime: '2026-11-24T00:00:00+00:00',
    });
  }

  async #control(method: string, path: string, body?: object): Promise<any> {
    const answer = await this.gorgias.control(
      method,
      `/accounts/acme${path}`,
      body,
    );
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`The emulator refused ${method} ${path}: ${text}`);
    }
    return text && JSON.parse(text);
  }

  /** Sees every request of this process, those after a redirect too. */
  #watch(): () => void {
    const requests = new WeakMap<object, SentRequest>();
    const onRequest = (message: unknown) => {
      const { request } = message as UndiciMessage;
      this.#hosts.add(new URL(request.origin).hostname);
      const url = new URL(request.path, request.origin);
      const [, path] = TO_ACME.exec(url.pathname) ?? [];
      if (path) {
        const sent = { path, query: url.searchParams };
        requests.set(request, sent);
        this.#sent.push(sent);
      }
    };
    const onAnswer = (message: unknown) => {
      const { request, response } = message as UndiciMessage;
      Object.assign(requests.get(request) ?? {}, {
        status: response?.statusCode,
      });
    };
    diagnosticsChannel.subscribe('undici:request:create', onRequest);
    diagnosticsChannel.subscribe('undici:request:headers', onAnswer);
    return () => {
      diagnosticsChannel.unsubscribe('undici:request:create', onRequest);
      diagnosticsChannel.unsubscribe('undici:request:headers', onAnswer);
    };
  }

  /** A message as it would be for the real Gorgias. */
  withoutHost(text: string): string {
    const { host } = new URL(this.gorgias.emulatorUrl);
    return text.split(host).join('acme.gorgias.com');
  }
}

function sorted<T>(rows: T[]): T[] {
  return rows
    .map(row => JSON.stringify(row))
    .sort()
    .map(row => JSON.parse(row));
}
