import { setImmediate } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Clock, clockServiceRef } from '../clock';
import { RateBudget } from '../gorgias/RateBudget';
import { Patience } from '../gorgias/sendPatiently';

/** How long a test waits for what hangs, whatever the product would. */
const LONGEST_REQUEST_MILLISECONDS = 2_000;
/** Before any test has put another in its place. */
const RealDate = Date;

/**
 * A clock by which waiting takes no time: the time of the process is set
 * forward instead or, where no test has set it, that of this clock.
 */
export interface TestClock extends Clock {
  /** How long was waited, in milliseconds, in order. */
  waits: number[];
}

/** Makes one. */
export function createTestClock(): TestClock {
  const waits: number[] = [];
  let ahead = 0;
  return {
    waits,
    now: () => new Date(Date.now() + ahead),
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      if (Date === RealDate) {
        ahead += milliseconds;
      } else {
        jest.setSystemTime(Date.now() + milliseconds);
      }
      await setImmediate();
    },
    timeout: milliseconds =>
      AbortSignal.timeout(Math.min(milliseconds, LONGEST_REQUEST_MILLISECONDS)),
  };
}

/** The clock as a service, for a backend. */
export function testClockFactory(clock: Clock) {
  return createServiceFactory({
    service: clockServiceRef,
    deps: {},
    factory: () => clock,
  });
}

/** The patience of a client that is tried alone. */
export function testPatience(
  differing: Partial<Patience> = {},
): Patience & { clock: TestClock } {
  const clock = createTestClock();
  return {
    clock,
    budget: new RateBudget(clock, 80),
    giveUpAt: new Date(Date.now() + 60 * 60 * 1000),
    random: () => 0,
    ...differing,
  } as Patience & { clock: TestClock };
}

/** Sets the time of this whole process; timers go on as ever. */
export function setClock(iso: string): void {
  jest.useFakeTimers({
    now: new Date(iso),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** Lets time pass. */
export function advanceClock(time: {
  seconds?: number;
  minutes?: number;
  hours?: number;
}): void {
  const { seconds = 0, minutes = 0, hours = 0 } = time;
  jest.setSystemTime(
    Date.now() + ((hours * 60 + minutes) * 60 + seconds) * 1000,
  );
}
