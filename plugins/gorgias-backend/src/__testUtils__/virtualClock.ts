import { setImmediate } from 'node:timers/promises';
import { Clock } from '../clock';

/** A clock on which many may wait at once: time goes on to whoever waits for the least. */
export interface VirtualClock extends Clock {
  /** Lets time pass until nobody waits any more, or this much of it has passed. */
  run(milliseconds?: number): Promise<void>;
}

/** Makes one, which begins in 2026. */
export function createVirtualClock(): VirtualClock {
  let now = Date.parse('2026-11-24T09:00:00Z');
  let waiting: Array<{ at: number; wake: () => void }> = [];
  /** Wakes those who wait for the least, if that is soon enough. */
  const wakeNext = (end: number): boolean => {
    const at = Math.min(...waiting.map(each => each.at));
    if (at > end || at === Infinity) {
      return false;
    }
    now = at;
    const due = waiting.filter(each => each.at === at);
    waiting = waiting.filter(each => each.at !== at);
    due.forEach(({ wake }) => wake());
    return true;
  };
  return {
    now: () => new Date(now),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        waiting.push({ at: now + milliseconds, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    timeout: () => new AbortController().signal,
    async run(milliseconds = Infinity) {
      const end = now + milliseconds;
      do {
        // Whoever was woken does all there is to do now.
        await setImmediate();
      } while (wakeNext(end));
      if (Number.isFinite(end)) {
        now = end;
      }
    },
  };
}
