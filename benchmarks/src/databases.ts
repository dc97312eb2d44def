import { randomBytes } from 'node:crypto';
import { constants, copyFile, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { Engine } from './benchmark';

/** How another process reaches a database. */
export interface DatabaseAddress {
  engine: Engine;
  /** A file, or a URL. */
  place: string;
}

/** Opens a database as Backstage does. */
export function connectTo({ engine, place }: DatabaseAddress): Knex {
  if (engine === 'PostgreSQL') {
    return knexFactory({ client: 'pg', connection: place });
  }
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: place },
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
}

/** Makes databases, and removes them all. */
export class Databases {
  readonly #postgresUrl: string;
  readonly #cleanups: Array<() => Promise<unknown>> = [];

  /** @param postgresUrl - of a server on which databases may be made */
  constructor(postgresUrl: string) {
    this.#postgresUrl = postgresUrl;
  }

  async open(engine: Engine): Promise<Knex> {
    const knex = connectTo(await this.make(engine));
    this.#cleanups.push(() => knex.destroy());
    return knex;
  }

  /** An empty database, for another process to open. */
  async make(engine: Engine): Promise<DatabaseAddress> {
    return {
      engine,
      place: await (engine === 'SQLite' ? this.#sqlite() : this.#postgres()),
    };
  }

  /** A database like another, to which nobody is connected. */
  async copy({ engine, place }: DatabaseAddress): Promise<DatabaseAddress> {
    if (engine === 'PostgreSQL') {
      const original = new URL(place).pathname.slice(1);
      return { engine, place: await this.#postgres(original) };
    }
    const copy = await this.#sqlite();
    // At once, where the file system can.
    await copyFile(place, copy, constants.COPYFILE_FICLONE);
    // On disk before anything is measured, and not meanwhile.
    const file = await open(copy, 'r+');
    await file.sync();
    await file.close();
    return { engine, place: copy };
  }

  async close(): Promise<void> {
    for (const cleanUp of this.#cleanups.splice(0).reverse()) {
      await cleanUp();
    }
  }

  /** In a file, as an operator has it. */
  async #sqlite(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'gorgias-benchmark-'));
    this.#cleanups.push(() => rm(folder, { recursive: true }));
    return join(folder, 'gorgias.sqlite');
  }

  async #postgres(template?: string): Promise<string> {
    const name = `benchmark_${randomBytes(6).toString('hex')}`;
    const server = knexFactory({
      client: 'pg',
      connection: this.#postgresUrl,
      pool: { min: 0, max: 1 },
    });
    this.#cleanups.push(
      () => server.destroy(),
      () => server.raw('drop database if exists ?? with (force)', [name]),
    );
    if (template) {
      // File by file, as what is in it need not go through the log.
      await server.raw('create database ?? template ?? strategy file_copy', [
        name,
        template,
      ]);
    } else {
      await server.raw('create database ??', [name]);
    }
    const url = new URL(this.#postgresUrl);
    url.pathname = name;
    return url.href;
  }
}
