import { Knex } from 'knex';
import { databaseIds, databases } from './__testUtils__/databases';
import { inFull, listenIn } from './__testUtils__/listenIn';
import { readTables } from './__testUtils__/readTables';
import { signingConfig } from './__testUtils__/signingConfig';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';
import { Receiver, startReceiver } from './__testUtils__/webhookReceiver';

const KEY = {
  id: 'test',
  secret: 'a secret that is only for tests, and long',
};
const WEBHOOK_SECRET = `whsec_${Buffer.from('w'.repeat(32)).toString(
  'base64',
)}`;
const NEW_KEY = { id: 'new', secret: 'what comes after it, as long as it was' };

/** A place that secrets may not get to, and everything that got there. */
type Place = 'log' | 'audit' | 'answers' | 'database';

describe.each(databaseIds)('secrets on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  let receiver: Receiver;
  let config: object;
  const { heard, features } = listenIn();
  const seen: Record<Place, string[]> = {
    ...heard,
    answers: [],
    database: [],
  };
  const secrets = new Map<string, string>();

  beforeEach(async () => {
    Object.values(seen).forEach(texts => texts.splice(0));
    secrets.clear();
    knex = await databases.init(id);
    receiver = await startReceiver(WEBHOOK_SECRET);
    const { evidence } = signingConfig();
    config = {
      evidence,
      webhooks: [{ id: 'siem', url: receiver.url, secret: WEBHOOK_SECRET }],
    };
    gorgias = await startGorgias({ knex, features, config });
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    // Where it begins its lines with is known to everybody.
    secrets.set('signing key', evidence.signing.privateKey.split('\n')[1]);
    secrets.set('webhook secret', WEBHOOK_SECRET.replace('whsec_', ''));
    secrets.set('webhook address', 'token=in-the-address');
    secrets.set('client secret', 'emulator-client-secret');
    secrets.set('encryption secret 1', KEY.secret);
    secrets.set('encryption secret 2', NEW_KEY.secret);
    secrets.set('provider secret', 'emulator-okta-client-secret');
    watchTraffic();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await gorgias.stop();
    await receiver.stop();
  });

  /** Learns the secrets from the traffic, and keeps what the backend answers. */
  function watchTraffic() {
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
    for (const [table, rows] of await readTables(knex)) {
      seen.database.push(`${table}: ${inFull(rows)}`);
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
      api.getHealth(),
    ]);
    for (const task of ['poll-events', 'webhook-siem', 'ledger']) {
      await gorgias.scheduler.triggerTask(task);
    }
    await dump();
  }

  const control = (action: string, body?: object) =>
    gorgias.control('POST', `/accounts/acme/${action}`, body);

  /** Has everything encrypted by another key, by a backend of its own, and back again. */
  async function rotateKeys(): Promise<void> {
    const keys = [NEW_KEY, KEY];
    const other = await startGorgias({
      knex,
      beside: gorgias,
      features,
      config: { ...config, encryption: { keys } },
    });
    await other.scheduler.triggerTask('reencrypt-tokens');
    expect(inFull(await knex('connections').select())).toContain('"v1.new.');
    await look();
    await other.stop();
    // This one does not have the new key, and says so.
    await gorgias.sync().catch(() => undefined);
    await gorgias.scheduler.triggerTask('reencrypt-tokens');
    await look();
    const back = await startGorgias({
      knex,
      beside: gorgias,
      features,
      config: { ...config, encryption: { keys: [KEY, NEW_KEY] } },
    });
    await back.scheduler.triggerTask('reencrypt-tokens');
    await back.stop();
  }

  async function connectByApiKey(name: string, apiKey: string): Promise<void> {
    const email = 'ivy.nakamura@acme.example';
    secrets.set(name, apiKey);
    secrets.set(
      `login with ${name}`,
      Buffer.from(`${email}:${apiKey}`).toString('base64'),
    );
    await gorgias
      .as(ADMIN)
      .connectByApiKey({
        entityRef: GORGIAS,
        subdomain: 'acme',
        email,
        apiKey,
      })
      .catch(() => undefined);
  }

  it('stay where they belong, whatever happens', async () => {
    receiver.answerNext({ status: 404 }, { status: 500 });
    await comeBack(await gorgias.allow(await begin('acme')));
    await look();

    await control('expire-tokens');
    await gorgias.sync();
    await control('faults', { failNext: { count: 100, status: 500 } });
    await gorgias.sync();
    await gorgias.control('DELETE', '/accounts/acme/faults');
    for (const how of ['html', 'invalid-json', 'bad-record', 'cut-off']) {
      await control('faults', {
        breakNext: { how, path: '/api/users', count: 9 },
      });
      await gorgias.sync();
      await gorgias.control('DELETE', '/accounts/acme/faults');
    }
    await control('faults', {
      failNext: { count: 1, status: 502, target: 'oauth' },
    });
    await gorgias
      .as(ADMIN)
      .disconnect(GORGIAS)
      .catch(() => undefined);
    await look();

    await gorgias.control('PATCH', '/accounts/acme/behaviour', {
      rotatesRefreshTokens: true,
    });
    for (let time = 0; time < 2; time += 1) {
      await control('expire-tokens');
      await gorgias.sync();
      await look();
    }
    await rotateKeys();

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

    await connectByApiKey('mistyped API key', 'mistyped-api-key');
    await connectByApiKey('API key', 'acme-api-key');
    await gorgias.runRequested();
    expect(await gorgias.as(ADMIN).getSystem(GORGIAS)).toMatchObject({
      connection: { state: 'connected', method: 'api-key' },
      sync: { last: { outcome: 'complete' } },
    });
    await look();
    await rotateKeys();
    await control('api-keys/revoke');
    await gorgias.sync();
    await look();
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
    expect(receiver.taken()).not.toEqual([]);

    const count = (kind: string) =>
      [...secrets.keys()].filter(name => name.replace(/ \d+$/, '') === kind)
        .length;
    for (const [kind, least] of Object.entries({
      'client secret': 1,
      'encryption secret': 2,
      'provider secret': 1,
      'signing key': 1,
      'webhook secret': 1,
      'webhook address': 1,
      'access token': 7,
      'refresh token': 5,
      'API key': 1,
      'mistyped API key': 1,
      'login with API key': 1,
      binding: 5,
      code: 4,
      state: 5,
    })) {
      expect([kind, count(kind) >= least]).toEqual([kind, true]);
    }
    for (const table of [
      'connections',
      'sync_runs',
      'accounts',
      'access_settings',
      'gorgias_events',
      'event_polls',
      'evaluations',
      'ledger_heads',
      'webhook_messages',
    ]) {
      expect(
        seen.database.filter(text => text.startsWith(`${table}: [{`)),
      ).not.toEqual([]);
    }
  });

  it('would be noticed in every place', async () => {
    await comeBack(await gorgias.allow(await begin('acme')));
    await gorgias.control('PATCH', '/accounts/acme/users/411805933', {
      name: 'Samuel Rivers',
    });
    await look();
    secrets.clear();
    secrets.set('a name', 'Ivy Nakamura');
    secrets.set('an event', 'connection-create');
    secrets.set('a message', 'Read 23 Gorgias accounts');
    secrets.set('a type of event', 'user-updated');
    expect(leaks()).toEqual([
      'a message in log',
      'an event in audit',
      'a name in answers',
      'a name in database',
      'a type of event in database',
    ]);
  });
});
