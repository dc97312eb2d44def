import {
  AuditorServiceCreateEventOptions,
  BackendFeature,
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** What a backend says of itself. */
export interface Overheard {
  log: string[];
  audit: string[];
}

/**
 * Keeps all that is logged and audited.
 *
 * @returns what was heard, and the features that make a backend say it here
 */
export function listenIn(): { heard: Overheard; features: BackendFeature[] } {
  const heard: Overheard = { log: [], audit: [] };

  const logger = (): LoggerService => {
    const log = (...args: unknown[]) => heard.log.push(inFull(args));
    return {
      debug: log,
      info: log,
      warn: log,
      error: log,
      child: meta => {
        log(meta);
        return logger();
      },
    };
  };
  const auditor = mockServices.auditor.mock({
    createEvent: async ({
      request,
      ...event
    }: AuditorServiceCreateEventOptions) => {
      heard.audit.push(inFull([event, request?.method, request?.originalUrl]));
      const end = async (more?: object) => {
        heard.audit.push(inFull(more));
      };
      return { success: end, fail: end };
    },
  });
  return {
    heard,
    features: [
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: logger,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
    ],
  };
}

/** Everything of something, errors with their causes and stacks included. */
export function inFull(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    part instanceof Error
      ? { ...part, text: String(part), stack: part.stack, cause: part.cause }
      : part,
  );
  return text ?? '';
}
