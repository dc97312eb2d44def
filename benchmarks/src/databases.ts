import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { Engine } from './benchmark';

/** Makes empty databases, and removes them all. */
export class Databases {
  readonly #postgresUrl: string;
  readonly #cleanups: Array<() => Promise<unknown>> = [];

  /** @param postgresUrl - of a server on which databases may be made */
  constructor(postgresUrl: string) {
    this.#postgresUrl = postgresUrl;
  }

  async open(engine: Engine): Promise<Knex> {
    return engine === 'SQLite' ? this.#sqlite() : this.#postgres();
  }

  async close(): Promise<void> {
    for (const cleanUp of this.#cleanups.splice(0).reverse()) {
      await cleanUp();
    }
  }

  /** In a file, as an operator has it, and opened as Backstage does. */
  async #sqlite(): Promise<Knex> {
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-benchmark-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'gorgias.sqlite') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate: (
          connection: { pragma(text: string): void },
          done: (error: null, connection: unknown) => void,
        ) => {
          connection.pragma('foreign_keys = ON');
          done(null, connection);
        },
      },
    });
    this.#cleanups.push(
      () => rm(folder, { recursive: true }),
      () => knex.destroy(),
    );
    return knex;
  }

  async #postgres(): Promise<Knex> {
    const name = `benchmark_${randomBytes(6).toString('hex')}`;
    const server = knexFactory({
      client: 'pg',
      connection: this.#postgresUrl,
      pool: { min: 0, max: 1 },
    });
    await server.raw('create database ??', [name]);
    const url = new URL(this.#postgresUrl);
    url.pathname = name;
    const knex = knexFactory({ client: 'pg', connection: url.href });
    this.#cleanups.push(
      () => server.destroy(),
      () => server.raw('drop database ?? with (force)', [name]),
      () => knex.destroy(),
    );
    return knex;
  }
}
