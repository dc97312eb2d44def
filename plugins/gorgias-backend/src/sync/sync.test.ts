import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

describe.each(databaseIds)('sync on %s', id => {
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

  const summary = () => gorgias.as(ADMIN).getSystem(GORGIAS);
  const accounts = async () =>
    (await gorgias.as(ADMIN).listAccounts(GORGIAS, { limit: 100 })).items;
  const account = async (name: string) =>
    (await accounts()).find(row => row.name === name)!;
  const verdict = async (name: string, check: string) =>
    (await account(name)).verdicts.find(({ checkId }) => checkId === check)!;
  const standFor = (subdomain: string) => {
    gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === 'gorgias',
    )!.metadata.annotations!['gorgias.com/subdomain'] = subdomain;
  };
  const connectLarge = async () => {
    standFor('acme-large');
    const { authorizeUrl } = await gorgias
      .as(ADMIN)
      .startConnection({ entityRef: GORGIAS, subdomain: 'acme-large' });
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme-large')
    ).json();
    const admin = users.find(
      (user: any) => user.role.name === 'admin' && user.has_password,
    );
    await gorgias.comeBack(await gorgias.allow(authorizeUrl, admin.email));
    await gorgias.runRequested();
  };

  it('reads every page, and records the run', async () => {
    await connectLarge();
    expect((await summary()).sync.last).toEqual({
      id: expect.any(String),
      trigger: 'connected',
      requestedBy: ADMIN,
      startedAt: '2026-11-24T09:00:00.000Z',
      finishedAt: '2026-11-24T09:00:00.000Z',
      outcome: 'complete',
      pages: 3,
      accounts: 250,
      retries: 0,
      changes: { added: 250, updated: 0, gone: 0 },
    });
    expect(await knex('accounts').pluck('account_id')).toHaveLength(250);
  });

  it('follows what changes at Gorgias', async () => {
    await gorgias.connect();
    const sam = await account('Sam Rivers');
    const maya = await account('Maya Ortiz');
    const chloe = await account('Chloe Dubois');
    await gorgias.control('PATCH', `/accounts/acme/users/${sam.id}`, {
      has_2fa_enabled: true,
    });
    await gorgias.control('DELETE', `/accounts/acme/users/${maya.id}`);
    await gorgias.control('PATCH', `/accounts/acme/users/${chloe.id}`, {
      active: false,
    });
    await gorgias.control('POST', '/accounts/acme/users', {
      name: 'Noor Haddad',
      email: 'noor.haddad@acme.example',
      role: 'observer-agent',
    });
    advanceClock({ minutes: 15 });
    await gorgias.sync();

    expect((await summary()).sync.last).toMatchObject({
      outcome: 'complete',
      trigger: 'manual',
      changes: { added: 1, updated: 2, gone: 1 },
    });
    expect(await verdict('Sam Rivers', 'mfa-enabled')).toMatchObject({
      status: 'passing',
      since: '2026-11-24T09:15:00.000Z',
    });
    expect(await account('Maya Ortiz')).toMatchObject({
      state: 'gone',
      goneAt: '2026-11-24T09:15:00.000Z',
    });
    expect(await account('Chloe Dubois')).toMatchObject({
      state: 'deactivated',
    });
    expect(await account('Noor Haddad')).toMatchObject({
      state: 'active',
      identity: { type: 'staff-member', staffRef: 'user:default/noor.haddad' },
    });
    expect((await summary()).accounts).toEqual({
      active: 21,
      deactivated: 2,
      gone: 1,
    });
  });

  it('keeps since when a verdict holds while it does not change', async () => {
    await gorgias.connect();
    advanceClock({ hours: 1 });
    await gorgias.sync();
    expect(await verdict('Sam Rivers', 'mfa-enabled')).toMatchObject({
      status: 'failing',
      since: '2026-11-24T09:00:00.000Z',
      dueAt: '2026-12-01T09:00:00.000Z',
      owner: 'user:default/sam.rivers',
    });
  });

  it.each([
    [
      'a server error',
      { failNext: { count: 20, status: 500 } },
      'has a problem (500). Gave up after 6 tries.',
    ],
    [
      'the rate limit',
      { rateLimitNext: { count: 20, retryAfterSeconds: 5 } },
      'limits the rate',
    ],
  ])('changes nothing on %s', async (_, fault, message) => {
    await gorgias.connect();
    const [before, factsAt] = [await accounts(), (await summary()).freshness];
    await gorgias.control('DELETE', `/accounts/acme/users/${before[0].id}`);
    await gorgias.control('POST', '/accounts/acme/faults', fault);
    advanceClock({ minutes: 15 });
    await gorgias.sync();

    expect((await summary()).sync.last).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining(message),
    });
    expect(await accounts()).toEqual(before);
    expect((await summary()).freshness).toEqual(factsAt);
  });

  it('survives what passes by itself, and tells how often it had to ask again', async () => {
    await gorgias.connect();
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 2, status: 503 },
    });
    await gorgias.sync();
    expect((await summary()).sync.last).toMatchObject({
      outcome: 'complete',
      retries: 2,
    });
    expect(gorgias.clock.waits).toHaveLength(2);
  });

  it('changes nothing when the last of several pages fails', async () => {
    await connectLarge();
    const before = await accounts();
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme-large')
    ).json();
    await gorgias.control(
      'DELETE',
      `/accounts/acme-large/users/${users[5].id}`,
    );
    await gorgias.control('POST', '/accounts/acme-large/faults', {
      breakNext: { how: 'html', path: '/api/users', skip: 2 },
    });
    advanceClock({ minutes: 15 });
    await gorgias.sync();
    expect((await summary()).sync.last).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('something else than JSON'),
      pages: 2,
      accounts: 200,
    });
    expect(await accounts()).toEqual(before);
  });

  it('waits for its turn where others have used up the rate limit', async () => {
    await connectLarge();
    const token = await gorgias.emulator.grant({
      subdomain: 'acme-large',
      email: (await summary()).connection!.gorgiasUser.email!,
      scope: 'users:read',
    });
    advanceClock({ minutes: 5 });
    for (let request = 0; request < 80; request += 1) {
      await fetch(`${gorgias.emulatorUrl}/acme-large/api/users?limit=1`, {
        headers: { authorization: `Bearer ${token.access_token}` },
      });
    }
    await gorgias.sync();
    expect((await summary()).sync.last).toMatchObject({
      outcome: 'complete',
      pages: 3,
      // The first request learns of it, since nobody told before.
      retries: 1,
    });
    const waited = gorgias.clock.waits.reduce((sum, wait) => sum + wait, 0);
    expect(waited).toBeGreaterThan(5000);
    expect(waited).toBeLessThan(10_000);
  });

  it('takes a person who vanished from the catalog for offboarded', async () => {
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'aisha.rahman',
    );
    advanceClock({ hours: 1 });
    await gorgias.sync();
    expect(
      await verdict('Aisha Rahman', 'offboarded-access-removed'),
    ).toMatchObject({
      status: 'failing',
      ground: expect.stringContaining(
        'is no longer in the catalog since 2026-11-24',
      ),
      dueAt: '2026-11-25T10:00:00.000Z',
      owner: 'group:default/support-tier-1',
    });

    const { id: aisha } = await account('Aisha Rahman');
    await gorgias.control('DELETE', `/accounts/acme/users/${aisha}`);
    advanceClock({ hours: 5 });
    await gorgias.sync();
    expect(
      await verdict('Aisha Rahman', 'offboarded-access-removed'),
    ).toMatchObject({
      status: 'passing',
      ground: expect.stringContaining('access was removed 5 hours later'),
      facts: expect.objectContaining({ removalTookSeconds: 5 * 3600 }),
    });
  });

  it('still finds a leaver whose address was changed to a placeholder', async () => {
    await gorgias.connect();
    const { id: tomasz } = await account('Tomasz Kowalski');
    await gorgias.control('PATCH', `/accounts/acme/users/${tomasz}`, {
      email: 'former-agent-7@acme.example',
    });
    await gorgias.sync();
    expect(
      await verdict('Tomasz Kowalski', 'offboarded-access-removed'),
    ).toMatchObject({ status: 'failing' });
    expect((await account('Tomasz Kowalski')).identity).toMatchObject({
      staffRef: 'user:default/tomasz.kowalski',
      ground: expect.stringContaining('tomasz.kowalski@acme.example'),
    });
  });

  it('does not guess when an account turns to another person', async () => {
    await gorgias.connect();
    const { id: tomasz } = await account('Tomasz Kowalski');
    await gorgias.control('PATCH', `/accounts/acme/users/${tomasz}`, {
      email: 'noor.haddad@acme.example',
    });
    await gorgias.sync();
    expect((await account('Tomasz Kowalski')).identity).toMatchObject({
      type: 'unidentified',
      candidates: ['user:default/noor.haddad', 'user:default/tomasz.kowalski'],
    });
  });

  it('does not believe a catalog without staff', async () => {
    await gorgias.connect();
    const before = await accounts();
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ kind }) => kind !== 'User',
    );
    await gorgias.sync();
    expect((await summary()).sync.last).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('The catalog has no staff members'),
    });
    expect(await accounts()).toEqual(before);
  });

  it('turns verdicts stale by itself when nothing could be read for too long', async () => {
    await gorgias.connect();
    advanceClock({ hours: 2 });
    expect((await summary()).freshness).toMatchObject({ stale: false });
    advanceClock({ seconds: 1 });

    const { checks, freshness, pendingTasks, status } = await summary();
    expect(freshness).toEqual({
      factsAt: '2026-11-24T09:00:00.000Z',
      staleAfterSeconds: 7200,
      stale: true,
    });
    for (const check of checks) {
      expect(check.counts.passing).toBe(0);
      expect(check.counts.failing).toBe(0);
    }
    expect(status).toBe('stale');
    expect(pendingTasks.map(task => task.id)).toContain('sync');
    expect(await verdict('Sam Rivers', 'mfa-enabled')).toMatchObject({
      status: 'stale',
      ground: expect.stringContaining('this was failing: Two-factor'),
      since: '2026-11-24T11:00:00.000Z',
    });
  });

  it('is asked for by the schedule, once for each connection', async () => {
    await gorgias.connect();
    await gorgias.scheduler.triggerTask('request-sync');
    await gorgias.scheduler.triggerTask('request-sync');
    await gorgias.runRequested();
    const { items } = await gorgias.as(ADMIN).listSyncRuns(GORGIAS);
    expect(items.map(run => run.trigger).sort()).toEqual([
      'connected',
      'schedule',
    ]);
  });

  it('answers with the run that is waiting when asked twice', async () => {
    await gorgias.connect();
    const [first, second] = [
      await gorgias.as(ADMIN).syncNow(GORGIAS),
      await gorgias.as(ADMIN).syncNow(GORGIAS),
    ];
    expect(second).toEqual(first);
    expect((await summary()).sync.current).toEqual(first.run);
  });

  it('does a run again that a backend left behind', async () => {
    await gorgias.connect();
    await gorgias.as(ADMIN).syncNow(GORGIAS);
    await knex('sync_runs')
      .where({ outcome: 'running' })
      .update({ started_at: '2026-11-24T08:59:00.000Z', pages: 1 });
    advanceClock({ minutes: 1 });
    await gorgias.runRequested();
    const { items } = await gorgias.as(ADMIN).listSyncRuns(GORGIAS);
    expect(items.map(run => [run.outcome, run.error])).toEqual([
      ['complete', undefined],
      ['failed', expect.stringContaining('The backend stopped')],
      ['complete', undefined],
    ]);
  });

  const migrations = { directory: `${__dirname}/../../migrations` };
  /** Undoes the migrations down to one, and that as well. */
  const undo = async (name: string) => {
    const done = () =>
      knex('knex_migrations').whereLike('name', `%_${name}.js`);
    while ((await done()).length > 0) {
      await knex.migrate.down(migrations);
    }
  };

  it('starts with no migrations left, and they can be undone and done again', async () => {
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.control('PATCH', '/accounts/acme/users/410200119', {
      has_2fa_enabled: true,
    });
    await gorgias.sync();
    await gorgias.as(ADMIN).syncNow(GORGIAS);
    const connectionId = (await summary()).connection!.id;
    const held = {
      connection_id: connectionId,
      trigger: 'accepted',
      requested_at: '2026-11-24T09:00:00.000Z',
      started_at: '2026-11-24T09:00:00.000Z',
      finished_at: '2026-11-24T09:00:00.000Z',
      outcome: 'held',
      pages: 1,
      accounts: 7,
      held_changes: JSON.stringify([{ source: 'gorgias', gone: [] }]),
    };
    await knex('sync_runs').insert([
      { ...held, id: 'held' },
      { ...held, id: 'event', trigger: 'event', outcome: 'complete' },
    ]);
    const withApiKey = await knex('connections').first();
    await knex('connections').insert({
      ...withApiKey,
      id: 'by-api-key',
      entity_ref: 'resource:default/other',
      method: 'api-key',
      api_key: 'encrypted',
    });

    const KEPT = [
      'accounts',
      'verdicts',
      'staff_members',
      'org_roles',
      'critical_systems',
      'identity_links',
      'connect_sessions',
    ];
    // What an admin did that the second version does not know.
    await knex('verdicts').where({ check_id: 'mfa-enabled' }).update({
      status: 'exempt',
    });
    await knex('staff_members').where({ state: 'offboarded' }).update({
      offboarded_ground: 'orphaned',
    });
    await undo('people_and_access');
    expect(await knex('verdicts').where({ status: 'exempt' })).toEqual([]);
    expect(
      await knex('staff_members').where({ offboarded_ground: 'mark' }),
    ).toHaveLength(1);

    const columns = new Map<string, string[]>();
    for (const table of KEPT) {
      columns.set(table, Object.keys(await knex(table).first()));
    }
    const rows = async (table: string) =>
      (await knex(table).select(columns.get(table)!))
        .map(row => JSON.stringify(row))
        .sort();
    const keptRows = async () => Promise.all(KEPT.map(rows));
    const before = await keptRows();
    expect(before.every(table => table.length > 0)).toBe(true);
    const runsBefore = await knex('sync_runs').orderBy('sequence');

    // Back to what the first version knew.
    await undo('trusted_sync');
    expect(await keptRows()).toEqual(before);
    expect(
      (await knex('connections')).map(({ id: row, state }) => [row, state]),
    ).toEqual(
      expect.arrayContaining([
        [connectionId, 'connected'],
        ['by-api-key', 'disconnected'],
      ]),
    );
    expect(Object.keys(await knex('connections').first())).not.toContain(
      'api_key',
    );
    const runs = await knex('sync_runs').orderBy('sequence');
    expect(runs).toHaveLength(runsBefore.length);
    expect(runs.slice(-2)).toMatchObject([
      {
        id: 'held',
        trigger: 'schedule',
        outcome: 'failed',
        error: expect.stringContaining('was held'),
      },
      { id: 'event', trigger: 'schedule', outcome: 'complete' },
    ]);
    expect(Object.keys(runs[0])).not.toContain('held_changes');
    await knex('sign_in_settings').insert({
      connection_id: connectionId,
      sso_enforced: true,
      two_factor_enforced: null,
      facts_at: '2026-11-24T09:00:00.000Z',
    });

    // The new version comes back, and everything goes on.
    await knex.migrate.latest(migrations);
    expect(await keptRows()).toEqual(before);
    expect(await knex('connections').where({ id: connectionId })).toEqual([
      expect.objectContaining({
        ...withApiKey,
        method: 'oauth',
        api_key: null,
        warning: null,
      }),
    ]);
    advanceClock({ minutes: 1 });
    await gorgias.sync();
    expect((await summary()).sync.last).toMatchObject({ outcome: 'complete' });

    // And all the way back, with everything there is.
    await undo('init');
    for (const table of [...KEPT, 'connections', 'sync_runs']) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.migrate.latest(migrations);
    for (const table of [...KEPT, 'connections', 'sync_runs', 'evaluations']) {
      expect(await knex(table)).toEqual([]);
    }
  });

  it('brings two runs that wait for the same connection down to one', async () => {
    await undo('trusted_sync');
    const run = {
      connection_id: 'a',
      trigger: 'manual',
      requested_at: '2026-11-24T09:00:00.000Z',
      outcome: 'running',
      pages: 0,
      accounts: 0,
    };
    await knex('sync_runs').insert([
      { ...run, id: 'first' },
      { ...run, id: 'second' },
      { ...run, id: 'begun', started_at: '2026-11-24T09:00:00.000Z' },
    ]);
    await knex.migrate.latest(migrations);
    expect(await knex('sync_runs').pluck('id')).toEqual(['begun']);
    // At once, or the first could have been begun before the second comes.
    await expect(
      knex('sync_runs').insert([
        { ...run, id: 'third' },
        { ...run, id: 'fourth' },
      ]),
      // By its message: an error of SQLite is no Error to every test run.
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  });
});
