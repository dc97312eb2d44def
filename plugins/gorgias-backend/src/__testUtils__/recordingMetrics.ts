import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';

type Attributes = Record<string, unknown>;
type Callback = (result: {
  observe(value: number, attributes?: Attributes): void;
}) => void | Promise<void>;

/** A metric that was registered. */
export interface Instrument {
  kind: 'counter' | 'gauge' | 'histogram';
  options?: { description?: string; unit?: string };
}

/** Metrics that keep what they are told, and ask what they are to observe. */
export function recordingMetrics() {
  const told: Array<[name: string, value: number, attributes: Attributes]> = [];
  const callbacks = new Map<string, Callback>();
  const instruments = new Map<string, Instrument>();
  const instrument =
    (kind: Instrument['kind']) =>
    (name: string, options?: Instrument['options']) => {
      instruments.set(name, { kind, options });
      const tell = (value: number, attributes: Attributes = {}) => {
        told.push([name, value, attributes]);
      };
      return {
        add: tell,
        record: tell,
        addCallback: (callback: Callback) => callbacks.set(name, callback),
      };
    };
  const service = metricsServiceMock.mock({
    createCounter: instrument('counter'),
    createHistogram: instrument('histogram'),
    createGauge: instrument('gauge'),
    createObservableGauge: instrument('gauge'),
  } as unknown as Partial<MetricsService>);
  const collect = async (name: string) => {
    const values: Array<[value: number, attributes?: Attributes]> = [];
    await callbacks.get(name)!({
      observe: (...observed) => values.push(observed),
    });
    return values;
  };
  return {
    /** Makes a backend use these. */
    feature: createServiceFactory({
      service: metricsServiceRef,
      deps: {},
      factory: () => service,
    }),
    instruments,
    told,
    collect,
    /** What each metric was told, and tells now. */
    async collectAll() {
      const observed = await Promise.all(
        [...callbacks.keys()].map(async name =>
          (
            await collect(name)
          ).map(
            ([value, attributes = {}]) => [name, value, attributes] as const,
          ),
        ),
      );
      return [...told, ...observed.flat()];
    },
  };
}
