import {
  AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';

/** A place that secrets may not get to, and everything that got there. */
type Place = 'log' | 'audit' | 'answers' | 'database';

describe.each(databaseIds)('secrets on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  const seen: Record<Place, string[]> = {
    log: [],
    audit: [],
    answers: [],
    database: [],
  };
  const secrets = new Map<string, string>();

  const capturingLogger = (): LoggerService => {
    const log = (...args: unknown[]) => seen.log.push(inFull(args));
    return {
      debug: log,
      info: log,
      warn: log,
      error: log,
      child: meta => {
        log(meta);
        return capturingLogger();
      },
    };
  };
  const capturingAuditor = mockServices.auditor.mock({
    createEvent: async ({
      request,
      ...event
    }: AuditorServiceCreateEventOptions) => {
      seen.audit.push(inFull([event, request?.method, request?.originalUrl]));
      const end = async (more?: object) => {
        seen.audit.push(inFull(more));
      };
      return { success: end, fail: end };
    },
  });

  beforeEach(async () => {
    Object.values(seen).forEach(texts => texts.splice(0));
    secrets.clear();
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      features: [
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: capturingLogger,
        }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => capturingAuditor,
        }),
      ],
    });
    secrets.set('client secret', 'emulator-client-secret');
    secrets.set('encryption secret', 'a secret that is only for tests');
    secrets.set('provider secret', 'emulator-okta-client-secret');
    listenIn();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await gorgias.stop();
  });

  /** Learns the secrets from the traffic, and keeps what the backend answers. */
  function listenIn() {
    const send = global.fetch;
    jest.spyOn(global, 'fetch').mockImplementation(async (input, init) => {
      const answer = await send(input, init);
      const url = String(input);
      const text = await answer.clone().text();
      if (url.endsWith('/oauth/token') && answer.ok) {
        const tokens = JSON.parse(text);
        const count = secrets.size;
        secrets.set(`access token ${count}`, tokens.access_token);
        if (tokens.refresh_token) {
          secrets.set(`refresh token ${count}`, tokens.refresh_token);
        }
      }
      if (url.startsWith(gorgias.baseUrl)) {
        // The address to send the browser to is the one that has to hold the state.
        seen.answers.push(text.replace(/"authorizeUrl":"[^"]*"/, ''));
        for (const line of answer.headers.getSetCookie()) {
          secrets.set(`binding ${secrets.size}`, /=([^;]*)/.exec(line)![1]);
        }
      }
      return answer;
    });
  }

  /** Reads everything there is in the database. */
  async function dump(): Promise<void> {
    const tables: string[] = await (id === 'SQLITE_3'
      ? knex('sqlite_master').where({ type: 'table' }).pluck('name')
      : knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .pluck('table_name'));
    for (const table of tables) {
      seen.database.push(`${table}: ${inFull(await knex(table).select())}`);
    }
  }

  /** Where which secrets got to. */
  function leaks(): string[] {
    return Object.entries(seen).flatMap(([place, texts]) =>
      [...secrets]
        .filter(([, secret]) => texts.some(text => text.includes(secret)))
        .map(([name]) => `${name} in ${place}`),
    );
  }

  async function begin(subdomain: string): Promise<string> {
    gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === 'gorgias',
    )!.metadata.annotations!['gorgias.com/subdomain'] = subdomain;
    const { authorizeUrl } = await gorgias
      .as(ADMIN)
      .startConnection({ entityRef: GORGIAS, subdomain });
    return authorizeUrl;
  }

  async function comeBack(callback: URL): Promise<void> {
    for (const name of ['code', 'state']) {
      const secret = callback.searchParams.get(name);
      if (secret) {
        secrets.set(`${name} ${secrets.size}`, secret);
      }
    }
    await gorgias.comeBack(callback);
    await gorgias.runRequested();
  }

  async function look(): Promise<void> {
    const api = gorgias.as(ADMIN);
    await Promise.all([
      api.getSystem(GORGIAS),
      api.listSystems(),
      api.listAccounts(GORGIAS, { limit: 100 }),
      api.listSyncRuns(GORGIAS),
    ]);
    await dump();
  }

  const control = (action: string, body?: object) =>
    gorgias.control('POST', `/accounts/acme/${action}`, body);

  it('stay where they belong, whatever happens', async () => {
    await comeBack(await gorgias.allow(await begin('acme')));
    await look();

    await control('expire-tokens');
    await gorgias.sync();
    await control('faults', { failNext: { count: 1, status: 500 } });
    await gorgias.sync();
    await control('faults', {
      failNext: { count: 1, status: 502, target: 'oauth' },
    });
    await gorgias
      .as(ADMIN)
      .disconnect(GORGIAS)
      .catch(() => undefined);
    await look();

    await control('revoke-grants');
    await control('expire-tokens');
    await gorgias.sync();
    await look();

    const notAdmin = await gorgias.allow(
      await begin('acme'),
      'sam.rivers@acme.example',
    );
    await comeBack(notAdmin);
    const logIn = await gorgias.browser.open(await begin('acme'));
    const consent = await gorgias.browser.press(logIn, 'Log in', {
      email: 'ivy.nakamura@acme.example',
      password: 'acme-password',
    });
    const denied = await gorgias.browser.press(consent, 'Deny');
    await comeBack(denied.leftFor!);

    const broken = await gorgias.allow(await begin('acme'));
    await control('faults', {
      failNext: { count: 1, status: 400, target: 'oauth' },
    });
    await comeBack(broken);
    await comeBack(await gorgias.allow(await begin('acme')));
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    await look();

    const enterprise = await gorgias.browser.open(
      await begin('acme-enterprise'),
    );
    const allow = await gorgias.browser.press(
      enterprise,
      'Log in with Acme Okta',
      { email: 'ivy.nakamura@acme.example' },
    );
    const allowed = await gorgias.browser.press(allow, 'Allow');
    await comeBack(allowed.leftFor!);
    await look();
    expect(await gorgias.as(ADMIN).getSystem(GORGIAS)).toMatchObject({
      connection: { state: 'connected', subdomain: 'acme-enterprise' },
      sync: { last: { outcome: 'complete' } },
    });

    expect(leaks()).toEqual([]);

    const kinds = [...secrets.keys()].map(name => name.replace(/ \d+$/, ''));
    expect(new Set(kinds)).toEqual(
      new Set([
        'client secret',
        'encryption secret',
        'provider secret',
        'access token',
        'refresh token',
        'binding',
        'code',
        'state',
      ]),
    );
    expect(kinds.filter(kind => kind === 'access token')).toHaveLength(5);
  });

  it('would be noticed in every place', async () => {
    await comeBack(await gorgias.allow(await begin('acme')));
    await look();
    secrets.clear();
    secrets.set('a name', 'Ivy Nakamura');
    secrets.set('an event', 'connection-create');
    secrets.set('a message', 'Read 23 Gorgias accounts');
    expect(leaks()).toEqual([
      'a message in log',
      'an event in audit',
      'a name in answers',
      'a name in database',
    ]);
  });
});

/** Everything of something, errors with their causes and stacks included. */
function inFull(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    part instanceof Error
      ? { ...part, text: String(part), stack: part.stack, cause: part.cause }
      : part,
  );
  return text ?? '';
}
