import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

describe.each(databaseIds)('tokens on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    knex = await databases.init(id);
    gorgias = await startGorgias({ knex });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const row = () => knex('connections').first();
  const requests = async () =>
    (await gorgias.control('GET', '/accounts/acme/requests')).json();
  const tokenRequests = async () =>
    (await requests()).byEndpoint['POST /oauth/token'] ?? 0;
  const lastRun = async () =>
    (await gorgias.as(ADMIN).getSystem(GORGIAS)).sync.last;

  it('are encrypted at rest', async () => {
    const { access_token, refresh_token } = await row();
    for (const token of [access_token, refresh_token]) {
      expect(token).toMatch(/^v1\.test\.[\w-]{16}\.[\w-]{22}\.[\w-]{40,}$/);
    }
    expect(JSON.stringify(await row())).not.toContain('eyJ');
  });

  it('are renewed shortly before they lapse, and not earlier', async () => {
    const before = await tokenRequests();
    advanceClock({ hours: 23, minutes: 49 });
    await gorgias.sync();
    expect(await tokenRequests()).toBe(before);

    advanceClock({ minutes: 2 });
    await gorgias.sync();
    expect(await tokenRequests()).toBe(before + 1);
    expect(await row()).toMatchObject({
      token_version: 2,
      access_token_expires_at: '2026-11-26T08:51:00.000Z',
    });

    await gorgias.sync();
    expect(await tokenRequests()).toBe(before + 1);
  });

  it('are renewed when Gorgias refuses one', async () => {
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    advanceClock({ seconds: 5 });
    await gorgias.sync();
    expect(await lastRun()).toMatchObject({ outcome: 'complete' });
    expect(await row()).toMatchObject({ token_version: 2 });
  });

  it('need a reconnect once the grant is revoked, which keeps the history', async () => {
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    advanceClock({ hours: 24 });
    await gorgias.sync();

    const broken = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(broken.connection).toMatchObject({
      state: 'needs-reconnect',
      stateReason: expect.stringContaining('A Gorgias admin has to reconnect'),
    });
    expect(broken.sync.last).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('does not accept the grant any more'),
    });
    expect(broken.accounts.active).toBe(22);
    expect(broken.pendingTasks[0]).toMatchObject({ id: 'reconnect' });
    await expect(gorgias.as(ADMIN).syncNow(GORGIAS)).rejects.toMatchObject({
      statusCode: 409,
    });

    await gorgias.connect();
    const again = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(again.connection).toMatchObject({
      id: broken.connection!.id,
      state: 'connected',
    });
    expect(again.connection).not.toHaveProperty('stateReason');
    const { items } = await gorgias.as(ADMIN).listSyncRuns(GORGIAS);
    expect(items.map(run => [run.trigger, run.outcome])).toEqual([
      ['connected', 'complete'],
      ['manual', 'failed'],
      ['connected', 'complete'],
    ]);
  });

  it('are forgotten on disconnect, and the grant ended at Gorgias', async () => {
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    expect(await row()).toMatchObject({
      state: 'disconnected',
      access_token: null,
      refresh_token: null,
      access_token_expires_at: null,
    });
    const { grants } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    expect(grants.every((grant: any) => grant.revoked)).toBe(true);

    const { connection, pendingTasks } = await gorgias
      .as(ADMIN)
      .getSystem(GORGIAS);
    expect(connection).toMatchObject({
      state: 'disconnected',
      disconnectedBy: ADMIN,
    });
    expect(pendingTasks[0]).toMatchObject({ id: 'connect' });
    await expect(gorgias.as(ADMIN).disconnect(GORGIAS)).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('are kept when Gorgias can not be told of the disconnect', async () => {
    const before = await row();
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 1, status: 502, target: 'oauth' },
    });
    await expect(gorgias.as(ADMIN).disconnect(GORGIAS)).rejects.toMatchObject({
      statusCode: 503,
      body: {
        error: { message: expect.stringContaining('the connection is kept') },
      },
    });
    expect(await row()).toEqual(before);
    await gorgias.as(ADMIN).disconnect(GORGIAS);
  });

  it('of one row can not be read in another', async () => {
    const { refresh_token } = await row();
    await knex('connections').update({ access_token: refresh_token });
    await gorgias.sync();
    expect(await lastRun()).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining("can't be decrypted by key test"),
    });
  });
});
