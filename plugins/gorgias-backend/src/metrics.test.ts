import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { advanceClock, setClock } from './__testUtils__/clock';
import { databaseIds, databases } from './__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from './__testUtils__/startGorgias';

type Attributes = Record<string, unknown>;
type Callback = (result: {
  observe(value: number, attributes?: Attributes): void;
}) => void | Promise<void>;

/** Metrics that keep what they are told, and ask what they are to observe. */
function recordingMetrics() {
  const told: Array<[name: string, value: number, attributes: Attributes]> = [];
  const callbacks = new Map<string, Callback>();
  const options = new Map<string, object | undefined>();
  const instrument = (name: string, more?: object) => {
    options.set(name, more);
    const tell = (value: number, attributes: Attributes = {}) => {
      told.push([name, value, attributes]);
    };
    return { add: tell, record: tell };
  };
  const service = metricsServiceMock.mock({
    createCounter: instrument,
    createHistogram: instrument,
    createGauge: instrument,
    createObservableGauge: (name: string, more?: object) => {
      options.set(name, more);
      return {
        addCallback: (callback: Callback) => callbacks.set(name, callback),
      };
    },
  } as unknown as Partial<MetricsService>);
  return {
    service,
    told,
    options,
    async collect(name: string) {
      const values: Array<[value: number, attributes?: Attributes]> = [];
      await callbacks.get(name)!({
        observe: (...observed) => values.push(observed),
      });
      return values;
    },
  };
}

describe.each(databaseIds)('metrics on %s', id => {
  let gorgias: RunningGorgias;
  let metrics: ReturnType<typeof recordingMetrics>;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    metrics = recordingMetrics();
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () => metrics.service,
        }),
      ],
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const toldOf = (name: string) =>
    metrics.told.filter(([each]) => each === name).map(([, ...told]) => told);

  it('have names, and say what they are and in which unit', () => {
    const named = [...metrics.options].map(([name, options]) => [
      name,
      (options as any).unit,
    ]);
    expect(named.sort()).toEqual([
      ['gorgias.connections', undefined],
      ['gorgias.facts.age', 's'],
      ['gorgias.rate_limit.used', undefined],
      ['gorgias.requests.retries', undefined],
      ['gorgias.sync.accounts', undefined],
      ['gorgias.sync.duration', 's'],
      ['gorgias.sync.pages', undefined],
      ['gorgias.sync.runs', undefined],
      ['gorgias.verdicts', undefined],
    ]);
    for (const options of metrics.options.values()) {
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
});
