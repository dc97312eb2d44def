import { setImmediate } from 'node:timers/promises';

/** Some ten milliseconds of what takes longest. */
const AT_A_TIME = 500;

/**
 * Does something for each of many, one after the other. Now and then others in
 * this process have their turn, and a database its next statement.
 */
export async function inTurns<T>(
  all: Iterable<T>,
  work: (one: T) => void,
): Promise<void> {
  let done = 0;
  for (const one of all) {
    work(one);
    done += 1;
    if (done % AT_A_TIME === 0) await setImmediate();
  }
}

/** Makes something of each of many, in the same way. */
export async function mapInTurns<T, R>(
  all: Iterable<T>,
  map: (one: T) => R,
): Promise<R[]> {
  const mapped: R[] = [];
  await inTurns(all, one => mapped.push(map(one)));
  return mapped;
}
