import { AsyncLocalStorage } from 'node:async_hooks';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  TracingService,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';

/** A span that has ended, or is under way. */
export interface RecordedSpan {
  name: string;
  parent?: RecordedSpan;
  kind?: string;
  attributes: Record<string, unknown>;
  status?: { code: string; message?: string };
  error?: unknown;
  ended: boolean;
}

/** Traces that are kept, with what is in what, as OpenTelemetry makes them. */
export function recordingTraces() {
  const spans: RecordedSpan[] = [];
  const active = new AsyncLocalStorage<RecordedSpan>();
  const service: TracingService = {
    ...tracingServiceMock.mock(),
    async startActiveSpan(name: string, ...rest: any[]) {
      const work = rest.pop();
      const [{ kind, attributes } = {} as any] = rest;
      const span: RecordedSpan = {
        name,
        kind,
        parent: active.getStore(),
        attributes: { ...attributes },
        ended: false,
      };
      spans.push(span);
      try {
        return await active.run(span, () =>
          work({
            setAttribute: (key: string, value: unknown) => {
              span.attributes[key] = value;
            },
            setStatus: (status: RecordedSpan['status']) => {
              span.status = status;
            },
          }),
        );
      } catch (error) {
        span.error = error;
        throw error;
      } finally {
        span.ended = true;
      }
    },
  };
  return {
    /** Makes a backend use these. */
    feature: createServiceFactory({
      service: tracingServiceRef,
      deps: {},
      factory: () => service,
    }),
    spans,
    /** What is in a span, by name and in order. */
    within: (parent: RecordedSpan | undefined) =>
      spans.filter(span => span.parent === parent),
  };
}
