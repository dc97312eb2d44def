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
      for (;;) {
        // Whoever was woken does all there is to do now.
        await setImmediate();
        const next = Math.min(...waiting.map(({ at }) => at));
        if (next > end || next === Infinity) {
          now = Math.max(now, Number.isFinite(end) ? end : now);
          return;
        }
        now = next;
        const due = waiting.filter(({ at }) => at === now);
        waiting = waiting.filter(({ at }) => at !== now);
        due.forEach(({ wake }) => wake());
      }
    },
  };
}
