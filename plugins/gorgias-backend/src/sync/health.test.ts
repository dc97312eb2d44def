import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

describe.each(databaseIds)('health on %s', id => {
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

  const health = () => gorgias.as(ADMIN).getHealth();
  const isStuck = async () =>
    (await gorgias.as(ADMIN).getSystem(GORGIAS)).sync.stuck;

  it('is well where nothing is connected', async () => {
    expect(await health()).toEqual({ status: 'ok', systems: [] });
  });

  it('is well once everything was read, and tells a service that monitors', async () => {
    await gorgias.connect();
    const answer = await fetch(`${gorgias.baseUrl}/health`, {
      headers: { authorization: mockCredentials.service.header() },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: 'ok',
      systems: [
        {
          entityRef: GORGIAS,
          connectionState: 'connected',
          factsAt: '2026-11-24T09:00:00.000Z',
          stale: false,
          stuck: false,
          held: false,
          lastOutcome: 'complete',
        },
      ],
    });
  });

  it('is not bad because of one failed run, but once facts are stale', async () => {
    await gorgias.connect();
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 1000, status: 500 },
    });
    await gorgias.sync();
    expect(await health()).toMatchObject({
      status: 'ok',
      systems: [{ lastOutcome: 'failed', stale: false }],
    });
    advanceClock({ hours: 2, seconds: 1 });
    expect(await health()).toMatchObject({
      status: 'degraded',
      systems: [{ stale: true }],
    });
  });

  it('is bad when somebody has to reconnect, and well when the connection was ended', async () => {
    await gorgias.connect();
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    await gorgias.sync();
    expect(await health()).toMatchObject({
      status: 'degraded',
      systems: [{ connectionState: 'needs-reconnect' }],
    });
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    expect(await health()).toEqual({ status: 'ok', systems: [] });
  });

  it.each([
    { name: 'waits for a backend', startedAt: null },
    { name: 'was begun', startedAt: '2026-11-24T09:00:00.000Z' },
  ])(
    'is bad when a run that $name takes longer than any may',
    async ({ startedAt }) => {
      await gorgias.connect();
      await gorgias.as(ADMIN).syncNow(GORGIAS);
      await knex('sync_runs')
        .where({ outcome: 'running' })
        .update({ started_at: startedAt });
      // The ten minutes of the schedule, and two to spare.
      advanceClock({ minutes: 12 });
      expect(await isStuck()).toBe(false);
      expect(await health()).toMatchObject({ status: 'ok' });
      advanceClock({ seconds: 1 });
      expect(await isStuck()).toBe(true);
      expect(await health()).toMatchObject({
        status: 'degraded',
        systems: [{ stuck: true }],
      });

      await gorgias.runRequested();
      expect(await isStuck()).toBe(false);
      expect(await health()).toMatchObject({ status: 'ok' });
    },
  );

  it('knows how long a run may take by the schedule', async () => {
    const slow = await startGorgias({
      knex,
      beside: gorgias,
      config: {
        sync: {
          schedule: { frequency: { hours: 1 }, timeout: { minutes: 30 } },
        },
      },
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).syncNow(GORGIAS);
    advanceClock({ minutes: 20 });
    expect(await isStuck()).toBe(true);
    expect((await slow.as(ADMIN).getSystem(GORGIAS)).sync.stuck).toBe(false);
    await slow.stop();
  });
});
