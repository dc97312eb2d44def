import { advanceClock, setClock } from './__testUtils__/clock';
import { databaseIds, databases } from './__testUtils__/databases';
import { recordingMetrics } from './__testUtils__/recordingMetrics';
import { signingConfig } from './__testUtils__/signingConfig';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';

describe.each(databaseIds)('metrics on %s', id => {
  let gorgias: RunningGorgias;
  let metrics: ReturnType<typeof recordingMetrics>;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    metrics = recordingMetrics();
    gorgias = await startGorgias({
      knex: await databases.init(id),
      config: signingConfig(),
      features: [metrics.feature],
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const toldOf = (name: string) =>
    metrics.told.filter(([each]) => each === name).map(([, ...told]) => told);

  it('have names, and say what they are and in which unit', () => {
    const named = [...metrics.instruments].map(([name, { options }]) => [
      name,
      options?.unit,
    ]);
    expect(named.sort()).toEqual([
      ['gorgias.connections', undefined],
      ['gorgias.facts.age', 's'],
      ['gorgias.ledger.head_age', 's'],
      ['gorgias.ledger.pending', undefined],
      ['gorgias.rate_limit.used', undefined],
      ['gorgias.requests.retries', undefined],
      ['gorgias.sync.accounts', undefined],
      ['gorgias.sync.duration', 's'],
      ['gorgias.sync.held', undefined],
      ['gorgias.sync.pages', undefined],
      ['gorgias.sync.runs', undefined],
      ['gorgias.verdicts', undefined],
      ['gorgias.verdicts.failing_age', 's'],
      ['gorgias.webhooks.backlog', undefined],
      ['gorgias.webhooks.messages', undefined],
    ]);
    for (const { options } of metrics.instruments.values()) {
      expect(options).toMatchObject({ description: expect.any(String) });
    }
  });

  it('count runs, and how long they took', async () => {
    await gorgias.connect();
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 1, status: 500 },
    });
    await gorgias.sync();
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'html', path: '/api/users' },
    });
    await gorgias.sync();
    expect(toldOf('gorgias.sync.runs')).toEqual([
      [1, { outcome: 'complete', trigger: 'connected' }],
      [1, { outcome: 'complete', trigger: 'manual' }],
      [1, { outcome: 'failed', trigger: 'manual' }],
    ]);
    expect(toldOf('gorgias.sync.duration')).toEqual([
      [0, { outcome: 'complete' }],
      [gorgias.clock.waits[0] / 1000, { outcome: 'complete' }],
      [0, { outcome: 'failed' }],
    ]);
    expect(toldOf('gorgias.sync.pages')).toEqual([
      [1, {}],
      [1, {}],
      [0, {}],
    ]);
    expect(toldOf('gorgias.sync.accounts').slice(0, 2)).toEqual([
      [23, {}],
      [23, {}],
    ]);
    expect(toldOf('gorgias.requests.retries')).toEqual([[1, {}]]);
  });

  it('tell how old the facts are that verdicts rest on, and of how many verdicts', async () => {
    expect(await metrics.collect('gorgias.facts.age')).toEqual([]);
    expect(await metrics.collect('gorgias.verdicts')).toEqual([]);
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    advanceClock({ minutes: 20 });
    expect(await metrics.collect('gorgias.facts.age')).toEqual([
      [20 * 60, { entity: GORGIAS }],
    ]);
    const { checks } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    const expected = checks.flatMap(({ checkId, counts }) =>
      Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([status, count]) => [
          count,
          { entity: GORGIAS, check: checkId, status },
        ]),
    );
    const verdicts = await metrics.collect('gorgias.verdicts');
    expect(verdicts).toHaveLength(expected.length);
    expect(verdicts).toEqual(expect.arrayContaining(expected));
  });

  it('tell of connections by state, also of none', async () => {
    const states = async () =>
      (await metrics.collect('gorgias.connections')).map(
        ([count, attributes]) => [attributes!.state, count],
      );
    expect(await states()).toEqual([
      ['connected', 0],
      ['needs-reconnect', 0],
      ['disconnected', 0],
    ]);
    await gorgias.connect();
    expect(await states()).toContainEqual(['connected', 1]);
    await gorgias.control('POST', '/accounts/acme/revoke-grants');
    await gorgias.control('POST', '/accounts/acme/expire-tokens');
    await gorgias.sync();
    expect(await states()).toContainEqual(['needs-reconnect', 1]);
    advanceClock({ hours: 3 });
    const [[age, ofWhich]] = await metrics.collect('gorgias.facts.age');
    expect(age).toBeGreaterThanOrEqual(3 * 60 * 60);
    expect(ofWhich).toEqual({ entity: GORGIAS });
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    expect(await states()).toEqual([
      ['connected', 0],
      ['needs-reconnect', 0],
      ['disconnected', 1],
    ]);
    expect(await metrics.collect('gorgias.facts.age')).toEqual([]);
  });

  it('tell how much of the rate limit is in use', async () => {
    expect(await metrics.collect('gorgias.rate_limit.used')).toEqual([]);
    await gorgias.connect();
    const [[used, attributes]] = await metrics.collect(
      'gorgias.rate_limit.used',
    );
    expect(attributes).toEqual({ subdomain: 'acme', method: 'oauth' });
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(0.2);
    advanceClock({ minutes: 1 });
    expect(await metrics.collect('gorgias.rate_limit.used')).toEqual([
      [0, attributes],
    ]);
  });

  it('tell for how long a check fails, by its oldest verdict', async () => {
    expect(await metrics.collect('gorgias.verdicts.failing_age')).toEqual([]);
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    advanceClock({ hours: 48 });
    await gorgias.control('POST', '/accounts/acme/users', {
      name: 'New Comer',
      email: 'new.comer@elsewhere.example',
      role: 'agent',
    });
    await gorgias.sync();
    advanceClock({ hours: 1 });
    const ages = await metrics.collect('gorgias.verdicts.failing_age');
    expect(ages).toContainEqual([
      49 * 60 * 60,
      { entity: GORGIAS, check: 'offboarded-access-removed' },
    ]);
    expect(ages).toContainEqual([
      49 * 60 * 60,
      { entity: GORGIAS, check: 'user-identified' },
    ]);
  });

  it('tell of a held run until somebody decides', async () => {
    const held = () => metrics.collect('gorgias.sync.held');
    expect(await held()).toEqual([]);
    await gorgias.connect();
    expect(await held()).toEqual([[0, { entity: GORGIAS }]]);
    gorgias.catalog.entities = gorgias.catalog.entities.filter(
      ({ kind, metadata }) =>
        kind !== 'User' || metadata.name === 'ivy.nakamura',
    );
    await gorgias.sync();
    expect(await held()).toEqual([[1, { entity: GORGIAS }]]);
    const { sync } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    await gorgias.as(ADMIN).discardHeldRun(GORGIAS, sync.held!.id);
    expect(await held()).toEqual([[0, { entity: GORGIAS }]]);
  });

  it('tell what waits for the ledger, and how old the last signed head is', async () => {
    const pending = async () =>
      (await metrics.collect('gorgias.ledger.pending'))[0][0];
    expect(await pending()).toBe(0);
    expect(await metrics.collect('gorgias.ledger.head_age')).toEqual([]);
    await gorgias.connect();
    expect(await pending()).toBeGreaterThan(0);
    await gorgias.scheduler.triggerTask('ledger');
    expect(await pending()).toBe(0);
    advanceClock({ minutes: 50 });
    expect(await metrics.collect('gorgias.ledger.head_age')).toEqual([
      [50 * 60],
    ]);
  });
});
