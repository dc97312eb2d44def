import { setTimeout as delay } from 'node:timers/promises';
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** Time as the plugin knows it: everything that looks at it or waits gets it from here. */
export interface Clock {
  now(): Date;
  /** Waits. Rejects when the signal aborts, at once. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A signal that aborts after a while. */
  timeout(milliseconds: number): AbortSignal;
}

const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  timeout: milliseconds => AbortSignal.timeout(milliseconds),
};

/** The clock of the plugin. A service, so that tests can let time pass without waiting. */
export const clockServiceRef = createServiceRef<Clock>({
  id: 'gorgias.clock',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => systemClock }),
});
