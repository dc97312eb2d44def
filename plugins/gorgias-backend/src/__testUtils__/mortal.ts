import { GorgiasDatabase, Stores } from '../database';

/** Thrown by everything that a process does after its death. */
export class Killed extends Error {}

/**
 * A database as a process sees it that is killed: after so many calls of its
 * stores nothing it does has any effect, transactions roll back, and it can't
 * tell anybody. Rows are left as SIGKILL would leave them.
 */
export function mortal(
  database: GorgiasDatabase,
  callsToLive: number,
): { database: GorgiasDatabase; isDead(): boolean } {
  let calls = 0;
  const live = () => {
    calls += 1;
    if (calls > callsToLive) {
      throw new Killed(`Killed at call ${callsToLive}`);
    }
  };
  const mortalStores = (stores: Stores): Stores =>
    Object.fromEntries(
      Object.entries(stores).map(([name, store]) => [
        name,
        new Proxy(store, {
          get: (target, method) => {
            const member = target[method as keyof typeof target] as unknown;
            return typeof member === 'function'
              ? async (...args: unknown[]) => {
                  live();
                  return member.apply(target, args);
                }
              : member;
          },
        }),
      ]),
    ) as unknown as Stores;
  return {
    isDead: () => calls > callsToLive,
    database: {
      stores: mortalStores(database.stores),
      transaction: work =>
        database.transaction(async stores => {
          live();
          const result = await work(mortalStores(stores));
          // Dead before the commit.
          live();
          return result;
        }),
    } as GorgiasDatabase,
  };
}
