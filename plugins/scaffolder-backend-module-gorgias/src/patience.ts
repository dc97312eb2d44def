import { setTimeout } from 'node:timers/promises';
import { ResponseError } from '@backstage/errors';

/** How long a step waits for an entity that a step before it has registered. */
export interface Patience {
  milliseconds: number;
  everyMilliseconds: number;
}

/** The catalog takes seconds for an entity it was just told of, and longer when it is busy. */
export const PATIENCE: Patience = {
  milliseconds: 2 * 60 * 1000,
  everyMilliseconds: 3 * 1000,
};

/**
 * Asks until the answer is another than "not found", or for as long as the
 * patience lasts.
 */
export async function untilFound<T>(
  ask: () => Promise<T>,
  options: { patience: Patience; signal?: AbortSignal; onWait(): void },
): Promise<T> {
  const { patience, signal, onWait } = options;
  const giveUpAt = Date.now() + patience.milliseconds;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isNotFound(error) || Date.now() >= giveUpAt) {
        throw error;
      }
    }
    if (attempt === 0) {
      onWait();
    }
    await setTimeout(patience.everyMilliseconds, undefined, { signal });
  }
}

/** Has what isn't there be nothing, for a promise that failed. */
export function undefinedIfNotFound(error: unknown): undefined {
  if (!isNotFound(error)) {
    throw error;
  }
  return undefined;
}

/** Whether the plugin answered that there is no such entity, or none that the person may see. */
function isNotFound(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 404;
}
