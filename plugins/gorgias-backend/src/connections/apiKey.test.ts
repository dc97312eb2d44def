import {
  AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConnectByApiKeyRequest } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const OUTLET = 'resource:default/gorgias-outlet';

describe.each(databaseIds)('connecting by API key on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  const audited: Array<[event: object, outcome: string]> = [];

  const auditor = mockServices.auditor.mock({
    createEvent: async (event: AuditorServiceCreateEventOptions) => {
      const { eventId, meta } = event;
      const end = (outcome: string) => async () => {
        audited.push([{ eventId, meta }, outcome]);
      };
      return { success: end('success'), fail: end('fail') };
    },
  });

  beforeEach(async () => {
    audited.length = 0;
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      features: [
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
  });
  afterEach(() => gorgias.stop());

  const connect = (
    differing: Partial<ConnectByApiKeyRequest> = {},
    user = ADMIN,
  ) =>
    gorgias.as(user).connectByApiKey({
      entityRef: GORGIAS,
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-api-key',
      ...differing,
    });
  const system = () => gorgias.as(ADMIN).getSystem(GORGIAS);
  const requests = async () =>
    (await (await gorgias.control('GET', '/accounts/acme/requests')).json())
      .byEndpoint;

  it('connects, and starts the first sync by itself', async () => {
    const { connection } = await connect();
    expect(connection).toEqual({
      id: expect.any(String),
      subdomain: 'acme',
      method: 'api-key',
      state: 'connected',
      scopes: [],
      connectedBy: ADMIN,
      connectedAt: expect.any(String),
      gorgiasUser: {
        id: '410200186',
        name: 'Ivy Nakamura',
        email: 'ivy.nakamura@acme.example',
      },
    });
    expect((await system()).sync.current).toMatchObject({
      trigger: 'connected',
      requestedBy: ADMIN,
    });
    await gorgias.runRequested();
    expect(await system()).toMatchObject({
      connectMethods: ['oauth', 'api-key'],
      connection: { method: 'api-key' },
      sync: { last: { outcome: 'complete', accounts: 23 } },
      accounts: { active: 22, deactivated: 1 },
      earlyNews: { available: true },
    });
    expect(audited).toContainEqual([
      {
        eventId: 'connection-create',
        meta: { entityRef: GORGIAS, subdomain: 'acme', method: 'api-key' },
      },
      'success',
    ]);
  });

  it('takes what was copied with blanks around it, and the address in any writing', async () => {
    await connect({
      subdomain: ' https://acme.gorgias.com/ ',
      email: ' Ivy.Nakamura@ACME.example ',
      apiKey: ' acme-api-key\n',
    });
    await gorgias.runRequested();
    expect((await system()).sync.last).toMatchObject({ outcome: 'complete' });
  });

  it('finds out whose key it is where Gorgias does not say', async () => {
    const { connection } = await connect({
      entityRef: OUTLET,
      subdomain: 'acme-outlet',
      apiKey: 'acme-outlet-api-key',
    });
    expect(connection.gorgiasUser).toMatchObject({ name: 'Ivy Nakamura' });
  });

  it('keeps the key encrypted, and nothing else that opens Gorgias', async () => {
    await connect();
    const [row] = await knex('connections');
    expect(row).toMatchObject({
      method: 'api-key',
      access_token: null,
      refresh_token: null,
      access_token_expires_at: null,
    });
    expect(row.api_key).toMatch(/^v1\.test\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(JSON.stringify(row)).not.toContain('acme-api-key');
  });

  it.each([
    {
      name: 'a wrong key',
      differing: { apiKey: 'wrong' },
      message: /^apiKey: Gorgias does not accept this e-mail and API key/,
    },
    {
      name: 'the key of another account',
      differing: { apiKey: 'acme-outlet-api-key' },
      message: /^apiKey: /,
    },
    {
      name: 'an address that nobody has',
      differing: { email: 'nobody@acme.example' },
      message: /^apiKey: /,
    },
    {
      name: 'an address with a colon, which would move the key',
      differing: { email: 'ivy.nakamura@acme.example:acme-api-key' },
      message: /^apiKey: /,
    },
    {
      name: 'somebody who is no admin',
      differing: { email: 'sam.rivers@acme.example' },
      message: /^email: this Gorgias user is not an admin/,
    },
    {
      name: 'a subdomain that is not the one of the entity',
      differing: { subdomain: 'acme-outlet' },
      message: /^subdomain: /,
    },
    {
      name: 'a subdomain that is none',
      differing: { subdomain: 'acme.evil.example' },
      message: /^subdomain: /,
    },
  ])(
    'refuses $name, says which field, and keeps nothing',
    async ({ differing, message }) => {
      await expect(connect(differing)).rejects.toMatchObject({
        statusCode: 400,
        body: {
          error: {
            name: 'InputError',
            message: expect.stringMatching(message),
          },
        },
      });
      expect(await knex('connections')).toEqual([]);
      expect(await knex('sync_runs')).toEqual([]);
    },
  );

  it('has it audited when Gorgias refused', async () => {
    await connect({ apiKey: 'wrong' }).catch(() => undefined);
    expect(audited).toEqual([
      [expect.objectContaining({ eventId: 'connection-create' }), 'fail'],
    ]);
  });

  it('says that trying later may help when Gorgias has trouble', async () => {
    // The first request looks whether there is such an account.
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'reset', skip: 1, count: 50 },
    });
    await expect(connect()).rejects.toMatchObject({
      statusCode: 503,
      body: {
        error: {
          message: expect.stringContaining(
            'Nothing was connected; try again in a minute.',
          ),
        },
      },
    });
    expect(await knex('connections')).toEqual([]);
    const waited = gorgias.clock.waits.reduce((sum, wait) => sum + wait, 0);
    expect(waited).toBeLessThanOrEqual(20_000);
  });

  it('is for admins', async () => {
    await expect(connect({}, ENGINEER)).rejects.toMatchObject({
      statusCode: 403,
    });
    expect(await requests()).toEqual({});
  });

  it('is off unless it is configured', async () => {
    const oauthOnly = await startGorgias({
      knex,
      beside: gorgias,
      config: { apiKey: undefined },
    });
    await expect(
      oauthOnly.as(ADMIN).connectByApiKey({
        entityRef: GORGIAS,
        subdomain: 'acme',
        email: 'ivy.nakamura@acme.example',
        apiKey: 'acme-api-key',
      }),
    ).rejects.toMatchObject({
      statusCode: 400,
      body: {
        error: { message: expect.stringContaining('gorgias.apiKey.enabled') },
      },
    });
    expect(await requests()).toEqual({});
    expect(
      (await oauthOnly.as(ADMIN).getSystem(GORGIAS)).connectMethods,
    ).toEqual(['oauth']);
    await oauthOnly.stop();
  });

  it('is all there is where no OAuth app is configured', async () => {
    const keysOnly = await startGorgias({
      knex,
      beside: gorgias,
      config: { oauth: undefined },
    });
    const admin = keysOnly.as(ADMIN);
    expect((await admin.getSystem(GORGIAS)).connectMethods).toEqual([
      'api-key',
    ]);
    await expect(
      admin.startConnection({ entityRef: GORGIAS, subdomain: 'acme' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining('gorgias.oauth') } },
    });
    const callback = await fetch(
      `${keysOnly.baseUrl}/connections/callback?state=x&code=y`,
    );
    expect(callback.status).toBe(400);

    await admin.connectByApiKey({
      entityRef: GORGIAS,
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-api-key',
    });
    await keysOnly.runRequested();
    expect((await admin.getSystem(GORGIAS)).sync.last).toMatchObject({
      outcome: 'complete',
    });
    await admin.disconnect(GORGIAS);
    await keysOnly.stop();
  });

  it('needs a reconnect once the key is revoked, and says whose it was', async () => {
    await connect();
    await gorgias.runRequested();
    await gorgias.control('POST', '/accounts/acme/api-keys/revoke');
    await gorgias.sync();
    const revoked = await system();
    expect(revoked.connection).toMatchObject({
      state: 'needs-reconnect',
      stateReason: expect.stringMatching(
        /with the rights of Ivy Nakamura.*has to reconnect/,
      ),
    });
    expect(revoked.sync.last).toMatchObject({
      outcome: 'failed',
      error: 'Gorgias does not accept the API key any more.',
    });
    expect(revoked.accounts.active).toBe(22);
    expect(revoked.pendingTasks[0]).toMatchObject({ id: 'reconnect' });
  });

  it('stays connected when something between us and Gorgias refused once', async () => {
    await connect();
    await gorgias.runRequested();
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'unauthorized', path: '/api/users' },
    });
    await gorgias.sync();
    expect(await system()).toMatchObject({
      connection: { state: 'connected' },
      sync: { last: { outcome: 'failed' } },
    });
    await gorgias.sync();
    expect((await system()).sync.last).toMatchObject({ outcome: 'complete' });
  });

  it('forgets the key on disconnect, since Gorgias has no way to end it', async () => {
    await connect();
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    expect(await knex('connections').first()).toMatchObject({
      state: 'disconnected',
      api_key: null,
    });
    expect(Object.keys(await requests())).not.toContain('POST /oauth/revoke');
    expect((await system()).connection).toMatchObject({
      state: 'disconnected',
      disconnectedBy: ADMIN,
    });
  });

  it('goes on with the history of a grant, and the other way round', async () => {
    await gorgias.connect();
    const { id: connectionId } = (await system()).connection!;
    const { connection } = await connect();
    expect(connection).toMatchObject({ id: connectionId, method: 'api-key' });
    expect(await knex('connections').first()).toMatchObject({
      access_token: null,
      refresh_token: null,
    });
    await gorgias.runRequested();
    await gorgias.connect();
    expect((await system()).connection).toMatchObject({
      id: connectionId,
      method: 'oauth',
    });
    expect(await knex('connections').first()).toMatchObject({ api_key: null });
    const { items } = await gorgias.as(ADMIN).listSyncRuns(GORGIAS);
    expect(items.map(run => [run.outcome, run.changes?.added])).toEqual([
      ['complete', 0],
      ['complete', 0],
      ['complete', 23],
    ]);
  });
});
