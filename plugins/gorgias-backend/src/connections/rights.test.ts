import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const IVY = '/accounts/acme/users/410200186';

describe.each(databaseIds)('the rights of a connection on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    knex = await databases.init(id);
    gorgias = await startGorgias({ knex });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const system = () => gorgias.as(ADMIN).getSystem(GORGIAS);
  const behave = (behaviour: object) =>
    gorgias.control('PATCH', '/accounts/acme/behaviour', behaviour);
  const row = () => knex('connections').first();
  const sync = async () => {
    advanceClock({ minutes: 15 });
    await gorgias.scheduler.triggerTask('request-sync');
    await gorgias.runRequested();
    return (await system()).sync.last!;
  };

  it.each([
    {
      name: 'is no longer an admin',
      change: { role: 'agent' },
      warning: /Ivy Nakamura, who is no longer an admin in Gorgias \(now /,
    },
    {
      name: 'is deactivated, and still let in',
      change: { active: false },
      warning: /Ivy Nakamura, who is deactivated in Gorgias/,
    },
  ])(
    'are warned of when the connected user $name, until that is over',
    async ({ change, warning }) => {
      await gorgias.connect();
      await behave({ deactivatedCallerRefused: false });
      expect((await system()).connection).not.toHaveProperty('warning');
      await gorgias.control('PATCH', IVY, change);
      expect(await sync()).toMatchObject({ outcome: 'complete' });
      const { connection, pendingTasks } = await system();
      expect(connection).toMatchObject({
        state: 'connected',
        warning: expect.stringMatching(warning),
      });
      expect(pendingTasks).toContainEqual(
        expect.objectContaining({
          id: 'mend-connection',
          title: 'Reconnect as an admin',
          description: connection!.warning,
          adminOnly: true,
        }),
      );

      await gorgias.control('PATCH', IVY, { role: 'admin', active: true });
      await sync();
      expect((await system()).connection).not.toHaveProperty('warning');
    },
  );

  it('are warned of until somebody else connects', async () => {
    await gorgias.connect();
    await gorgias.control('PATCH', IVY, { role: 'agent' });
    await sync();
    const { authorizeUrl } = await gorgias
      .as(ADMIN)
      .startConnection({ entityRef: GORGIAS, subdomain: 'acme' });
    await gorgias.comeBack(
      await gorgias.allow(authorizeUrl, 'maya.ortiz@acme.example'),
    );
    await gorgias.runRequested();
    const { connection } = await system();
    expect(connection).toMatchObject({ gorgiasUser: { name: 'Maya Ortiz' } });
    expect(connection).not.toHaveProperty('warning');
  });

  it.each([
    {
      name: 'deactivated',
      end: () => gorgias.control('PATCH', IVY, { active: false }),
    },
    { name: 'deleted', end: () => gorgias.control('DELETE', IVY) },
  ])(
    'end when the connected user is $name: somebody has to reconnect',
    async ({ end }) => {
      await gorgias.connect();
      await end();
      expect(await sync()).toMatchObject({ outcome: 'failed' });
      const { connection, pendingTasks, accounts } = await system();
      expect(connection).toMatchObject({
        state: 'needs-reconnect',
        stateReason: expect.stringMatching(/reconnect/),
      });
      expect(pendingTasks[0]).toMatchObject({ id: 'reconnect' });
      // What was known stays known.
      expect(accounts).toEqual({ active: 22, deactivated: 1, gone: 0 });
      // Nobody asks in vain from then on.
      await gorgias.scheduler.triggerTask('request-sync');
      await gorgias.scheduler.triggerTask('poll-events');
      expect((await system()).sync.current).toBeNull();
    },
  );

  it('name the scope that was cut when the token was renewed', async () => {
    await gorgias.connect();
    await behave({ scopesGranted: ['offline', 'account:read', 'events:read'] });
    advanceClock({ hours: 24 });
    expect(await sync()).toMatchObject({ outcome: 'failed' });
    expect((await system()).connection).toMatchObject({
      state: 'needs-reconnect',
      scopes: ['offline', 'account:read', 'events:read'],
      stateReason: expect.stringMatching(
        /^The grant lacks users:read, so Gorgias refuses to be read\./,
      ),
    });

    await behave({ scopesGranted: null });
    await gorgias.connect();
    expect((await system()).connection).toMatchObject({ state: 'connected' });
  });

  it('are not connected without what is needed', async () => {
    await behave({ scopesGranted: ['offline', 'users:read'] });
    await expect(gorgias.connect()).rejects.toThrow(
      'granted less than was asked for',
    );
    expect(await row()).toBeUndefined();
  });

  it('go on with refresh tokens that change with every use', async () => {
    await gorgias.connect();
    await behave({ rotatesRefreshTokens: true });
    const tokens = new Set([(await row()).refresh_token]);
    for (let day = 0; day < 4; day += 1) {
      advanceClock({ hours: 24 });
      expect(await sync()).toMatchObject({ outcome: 'complete' });
      tokens.add((await row()).refresh_token);
    }
    expect(tokens.size).toBe(5);
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    const { grants } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    expect(grants.every((grant: any) => grant.revoked)).toBe(true);
  });

  it('go on where Gorgias says nothing of how long they last', async () => {
    await behave({ expiresInSeconds: null });
    await gorgias.connect();
    advanceClock({ hours: 30 });
    expect(await sync()).toMatchObject({ outcome: 'complete' });
  });

  it.each([
    { name: 'a day ahead', clockSkewSeconds: 24 * 60 * 60 },
    { name: 'a day behind', clockSkewSeconds: -24 * 60 * 60 },
    { name: 'three minutes behind', clockSkewSeconds: -180 },
  ])(
    'last as long where the clock of Gorgias is $name',
    async ({ clockSkewSeconds }) => {
      await behave({ clockSkewSeconds });
      await gorgias.connect();
      const refreshes = async () =>
        (await (await gorgias.control('GET', '/accounts/acme/requests')).json())
          .byEndpoint['POST /oauth/token'];
      const before = await refreshes();
      expect(await row()).toMatchObject({
        access_token_expires_at: '2026-11-25T09:00:00.000Z',
      });
      advanceClock({ hours: 23, minutes: 30 });
      expect(await sync()).toMatchObject({ outcome: 'complete' });
      expect(await refreshes()).toBe(before);
      advanceClock({ minutes: 10 });
      expect(await sync()).toMatchObject({ outcome: 'complete' });
      expect(await refreshes()).toBe(before + 1);

      // Facts have the time of our clock, whatever theirs says.
      expect((await system()).freshness).toMatchObject({
        factsAt: '2026-11-25T09:10:00.000Z',
        stale: false,
      });
      // And news are heard of.
      await gorgias.scheduler.triggerTask('poll-events');
      await gorgias.control('PATCH', '/accounts/acme/users/411805933', {
        has_2fa_enabled: true,
      });
      advanceClock({ seconds: 30 });
      await gorgias.scheduler.triggerTask('poll-events');
      expect((await system()).sync.current).toMatchObject({ trigger: 'event' });
      await gorgias.runRequested();
      expect((await system()).contradictions).toEqual([]);
    },
  );
});
