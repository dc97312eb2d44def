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

/** Makes a list of what is made one by one, in the same way. */
export async function listInTurns<T>(all: Iterable<T>): Promise<T[]> {
  const list: T[] = [];
  await inTurns(all, one => list.push(one));
  return list;
}
