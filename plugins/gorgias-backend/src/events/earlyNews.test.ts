import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const OUTLET = 'resource:default/gorgias-outlet';
const SAM = 411805933;
const MAYA = 410200117;

describe.each(databaseIds)('early news on %s', id => {
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
  const changeSam = (change: object) =>
    gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, change);
  const addEvent = (type: string, objectId: number) =>
    gorgias.control('POST', '/accounts/acme/events', {
      type,
      object_id: objectId,
    });
  /** Looks at the log, half a minute later. */
  const poll = async () => {
    advanceClock({ seconds: 30 });
    await gorgias.scheduler.triggerTask('poll-events');
    return (await system()).sync.current;
  };
  const sync = async () => {
    advanceClock({ minutes: 15 });
    await gorgias.sync();
  };
  const mfaOfSam = async () =>
    (
      await gorgias.as(ADMIN).listAccounts(GORGIAS, { search: 'Sam Rivers' })
    ).items[0].verdicts.find(({ checkId }) => checkId === 'mfa-enabled')!
      .status;

  it('have a change judged long before the schedule would find it', async () => {
    await gorgias.connect();
    expect(await mfaOfSam()).toBe('failing');
    expect(await poll()).toBeNull();
    await changeSam({ has_2fa_enabled: true });
    expect(await poll()).toMatchObject({
      trigger: 'event',
      startedAt: '2026-11-24T09:01:00.000Z',
    });
    await gorgias.runRequested();
    expect(await mfaOfSam()).toBe('passing');
    expect((await system()).sync.last).toMatchObject({
      trigger: 'event',
      outcome: 'complete',
      changes: { added: 0, updated: 1, gone: 0 },
    });
    expect((await system()).earlyNews).toEqual({
      available: true,
      checkedAt: '2026-11-24T09:01:00.000Z',
    });
  });

  it.each([
    {
      name: 'a user is deleted',
      change: () => gorgias.control('DELETE', `/accounts/acme/users/${SAM}`),
    },
    {
      name: 'a user is invited',
      change: () =>
        gorgias.control('POST', '/accounts/acme/users', {
          name: 'Noor Haddad',
          email: 'noor.haddad@acme.example',
          role: 'agent',
        }),
    },
    {
      name: 'the sign-in settings change',
      change: () =>
        gorgias.control('PATCH', '/accounts/acme/settings', {
          two_fa_enforced_datetime: '2026-11-24T09:00:00',
        }),
    },
  ])('come when $name', async ({ change }) => {
    await gorgias.connect();
    await change();
    expect(await poll()).toMatchObject({ trigger: 'event' });
  });

  it('do not come for what a sync has read already, nor for log-ins', async () => {
    await gorgias.connect();
    await changeSam({ name: 'Samuel Rivers' });
    await sync();
    expect(await poll()).toBeNull();
    await addEvent('user-logged-in', SAM);
    expect(await poll()).toBeNull();
  });

  it('are looked for once by who asks for a run and the run', async () => {
    const looks = async () => {
      const { byEndpoint } = await (
        await gorgias.control('GET', '/accounts/acme/requests')
      ).json();
      await gorgias.control('DELETE', '/accounts/acme/requests');
      return byEndpoint['GET /api/events'] ?? 0;
    };
    await addEvent('user-updated', SAM);
    // At the same time as who connects; the run need not look anew.
    await gorgias.connect();
    expect(await looks()).toBe(1);
    expect((await system()).earlyNews).toEqual({
      available: true,
      checkedAt: '2026-11-24T09:00:00.000Z',
    });
    // What was there before somebody connected is no news.
    expect(await poll()).toBeNull();
    expect(await looks()).toBe(1);
    // A person asks without a look.
    await gorgias.sync();
    expect(await looks()).toBe(1);
    for (const { seconds, again } of [
      { seconds: 4, again: 0 },
      { seconds: 5, again: 1 },
    ]) {
      await changeSam({ name: `Sam ${seconds}` });
      expect(await poll()).toMatchObject({ trigger: 'event' });
      expect(await looks()).toBe(1);
      advanceClock({ seconds });
      await gorgias.runRequested();
      expect(await looks()).toBe(again);
    }
  });

  it('tell of what happened between a look and the run after it', async () => {
    await gorgias.connect();
    await changeSam({ name: 'Samuel Rivers' });
    expect(await poll()).toMatchObject({ trigger: 'event' });
    await changeSam({ has_2fa_enabled: true });
    await gorgias.runRequested();
    expect(await mfaOfSam()).toBe('passing');
    // Not looked for again by that run, so it is news now.
    expect(await poll()).toMatchObject({ trigger: 'event' });
  });

  it('are read on from where they were known when somebody reconnects', async () => {
    await gorgias.connect();
    for (let count = 0; count < 120; count += 1) {
      await addEvent('user-logged-in', SAM);
    }
    advanceClock({ minutes: 1 });
    await gorgias.connect();
    const known = await knex('gorgias_events').where({
      account_id: String(SAM),
    });
    expect(known).toHaveLength(120);
  });

  it.each(['forbidden', 'html', 'unauthorized', 'bad-envelope'])(
    'keep nobody from connecting when they are %s, and are looked for by the first run',
    async how => {
      await gorgias.control('POST', '/accounts/acme/faults', {
        breakNext: { how, path: '/api/events' },
      });
      await gorgias.connect();
      expect((await system()).sync.last).toMatchObject({ outcome: 'complete' });
      expect((await system()).earlyNews).toMatchObject({ available: true });
    },
  );

  it('wait for a run that is asked for anyway', async () => {
    await gorgias.connect();
    await changeSam({ name: 'Samuel Rivers' });
    const { run } = await gorgias.as(ADMIN).syncNow(GORGIAS);
    expect(await poll()).toMatchObject({ id: run.id, trigger: 'manual' });
  });

  it.each([
    {
      name: 'Gorgias has trouble with',
      trouble: () =>
        gorgias.control('POST', '/accounts/acme-outlet/faults', {
          failNext: { count: 100, status: 500 },
        }),
    },
    {
      name: 'the key is missing for',
      trouble: () =>
        knex('connections')
          .where({ entity_ref: OUTLET })
          .update({ api_key: 'v1.other.a.b.c' }),
    },
  ])('come of one account when $name another', async ({ trouble }) => {
    await gorgias.as(ADMIN).connectByApiKey({
      entityRef: OUTLET,
      subdomain: 'acme-outlet',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-outlet-api-key',
    });
    advanceClock({ seconds: 1 });
    await gorgias.connect();
    await trouble();
    await changeSam({ name: 'Samuel Rivers' });
    expect(await poll()).toMatchObject({ trigger: 'event' });
  });

  it('are missing where the grant does not allow them, and all else works', async () => {
    await behave({ scopesGranted: ['offline', 'users:read', 'account:read'] });
    await gorgias.connect();
    expect(await system()).toMatchObject({
      sync: { last: { outcome: 'complete' } },
      earlyNews: {
        available: false,
        checkedAt: '2026-11-24T09:00:00.000Z',
        reason:
          'The grant lacks the scope events:read. Reconnect with it to have changes judged within a minute.',
      },
    });
    await changeSam({ has_2fa_enabled: true });
    expect(await poll()).toBeNull();
    await sync();
    expect(await mfaOfSam()).toBe('passing');

    // They come with a better grant, at once.
    await behave({ scopesGranted: null });
    await gorgias.connect();
    expect((await system()).earlyNews).toMatchObject({ available: true });
    await changeSam({ has_2fa_enabled: false });
    expect(await poll()).toMatchObject({ trigger: 'event' });
  });

  it('are not looked for without a connection', async () => {
    expect((await system()).earlyNews).toEqual({
      available: false,
      checkedAt: null,
    });
    await gorgias.connect();
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    await gorgias.control('DELETE', '/accounts/acme/requests');
    await poll();
    const { byEndpoint } = await (
      await gorgias.control('GET', '/accounts/acme/requests')
    ).json();
    expect(byEndpoint).toEqual({});
    expect((await system()).earlyNews).toMatchObject({ available: false });
  });

  it('contradict a list that still has who was deleted', async () => {
    await gorgias.connect();
    await addEvent('user-deleted', SAM);
    // Nothing has been read since, so the list may well be right.
    await poll();
    expect((await system()).contradictions).toEqual([]);
    await gorgias.runRequested();
    const { contradictions, pendingTasks } = await system();
    expect(contradictions).toMatchObject([
      {
        accountId: String(SAM),
        eventType: 'user-deleted',
        eventAt: '2026-11-24T09:00:00.000Z',
        text: "Gorgias' event log says that Sam Rivers was deleted, and its list of users, read later, still has the account.",
      },
    ]);
    expect(pendingTasks).toContainEqual(
      expect.objectContaining({
        id: 'look-into-contradictions',
        title: 'Look into 1 contradiction',
        adminOnly: false,
      }),
    );
    const { items } = await gorgias.as(ADMIN).listAccounts(GORGIAS, {
      search: 'Sam Rivers',
    });
    expect(items[0].contradictions).toEqual(contradictions);

    await gorgias.control('DELETE', `/accounts/acme/users/${SAM}`);
    await sync();
    expect((await system()).contradictions).toEqual([]);
  });

  it('contradict a list that lost somebody of whom the log tells', async () => {
    await gorgias.connect();
    await addEvent('user-updated', SAM);
    await poll();
    await gorgias.runRequested();
    expect((await system()).contradictions).toEqual([]);
    await behave({ eventsRecorded: false });
    await gorgias.control('DELETE', `/accounts/acme/users/${SAM}`);
    await sync();
    expect((await system()).contradictions).toMatchObject([
      {
        accountId: String(SAM),
        eventType: 'user-updated',
        text: "Gorgias' event log tells of Sam Rivers (user-updated), and its list of users, read later, does not have the account.",
      },
    ]);
  });

  it('contradict a list in which somebody who logged in is deactivated', async () => {
    await gorgias.connect();
    await changeSam({ active: false });
    await sync();
    expect((await system()).contradictions).toEqual([]);
    await addEvent('user-logged-in', SAM);
    await sync();
    expect((await system()).contradictions).toMatchObject([
      { eventType: 'user-logged-in' },
    ]);
  });

  it('are shown up to twenty, and all are counted', async () => {
    await gorgias.connect();
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    for (const user of users.slice(0, 22)) {
      advanceClock({ seconds: 1 });
      await addEvent('user-deleted', user.id);
    }
    await sync();
    const { contradictions, pendingTasks } = await system();
    expect(contradictions).toHaveLength(20);
    expect(contradictions.at(-1)!.accountId).not.toBe(String(MAYA));
    expect(contradictions[0].accountId).toBe(String(users[21].id));
    expect(pendingTasks.map(({ title }) => title)).toContain(
      'Look into 22 contradictions',
    );
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    const { items } = await gorgias.as(ADMIN).listSystems();
    expect(items[0].pendingTasks).toBe((await system()).pendingTasks.length);
  });
});
