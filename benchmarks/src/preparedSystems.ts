import { Engine } from './benchmark';
import { startChild } from './child';
import { DatabaseAddress, Databases } from './databases';

/** A system in a database, as its first complete sync run leaves it. */
export interface PreparedSystem {
  database: DatabaseAddress;
  accounts: number;
  /** A time at which its facts are fresh, and later than everything that happened. */
  now: string;
}

/**
 * Systems that benchmarks begin with. Of many accounts one takes minutes to
 * make, so each is made once in a run, and whoever asks gets a copy.
 */
export class PreparedSystems {
  readonly #databases: Databases;
  readonly #originals = new Map<string, Promise<PreparedSystem>>();

  constructor(databases: Databases) {
    this.#databases = databases;
  }

  /** @param copies - where the copy is to be */
  async copy(
    engine: Engine,
    accounts: number,
    copies: Databases,
  ): Promise<PreparedSystem> {
    const name = `${engine} ${accounts}`;
    const original = this.#originals.get(name) ?? this.#make(engine, accounts);
    this.#originals.set(name, original);
    const { database, ...about } = await original;
    return { ...about, database: await copies.copy(database) };
  }

  /** In a process of its own, which ends with all the memory that this takes. */
  async #make(engine: Engine, accounts: number): Promise<PreparedSystem> {
    const database = await this.#databases.make(engine);
    const child = await startChild<{ now: string }>('prepareProcess.ts', {
      database,
      accounts,
    });
    await child.stop();
    return { database, accounts, ...child.result };
  }
}
