import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { GorgiasDatabase } from '../database';

const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-gorgias-backend',
  'migrations',
);
/** Any number that nothing else locks by. */
const LOCK = 7_346_102;

/**
 * Databases of PostgreSQL with the plugin's tables: copies of one that is
 * migrated once, since migrating takes longer than most tests.
 */
export class MigratedPostgres {
  readonly #url: string;
  readonly #open: Array<{ name: string; knex: Knex }> = [];
  #template: Promise<string> | undefined;

  /** @param url - of a database of the server, to connect to */
  constructor(url: string) {
    this.#url = url;
  }

  async init(): Promise<Knex> {
    this.#template ??= this.#makeTemplate();
    const template = await this.#template;
    const name = `db${randomBytes(16).toString('hex')}`;
    await this.#asAdmin(admin =>
      admin.raw('create database ?? template ??', [name, template]),
    );
    const knex = this.#connect(name);
    this.#open.push({ name, knex });
    return knex;
  }

  async shutdown(): Promise<void> {
    const open = this.#open.splice(0);
    await Promise.all(open.map(({ knex }) => knex.destroy()));
    await this.#asAdmin(async admin => {
      for (const { name } of open) {
        await admin.raw('drop database ?? with (force)', [name]);
      }
    });
  }

  /** Made by the first of all test files that run, for all of them. */
  async #makeTemplate(): Promise<string> {
    const template = `gorgias_${hashOfMigrations()}`;
    await this.#asAdmin(async admin => {
      // Until the connection ends.
      await admin.raw('select pg_advisory_lock(?)', [LOCK]);
      if (await admin('pg_database').where({ datname: template }).first()) {
        return;
      }
      const half = `${template}_half`;
      await admin.raw('drop database if exists ??', [half]);
      await admin.raw('create database ??', [half]);
      const knex = this.#connect(half);
      await GorgiasDatabase.create(
        mockServices.database.mock({ getClient: async () => knex }),
      );
      await knex.destroy();
      await admin.raw('alter database ?? rename to ??', [half, template]);
    });
    return template;
  }

  async #asAdmin(work: (admin: Knex) => Promise<unknown>): Promise<void> {
    const admin = this.#connect('postgres', 1);
    try {
      await work(admin);
    } finally {
      await admin.destroy();
    }
  }

  #connect(database: string, connections = 5): Knex {
    const url = new URL(this.#url);
    url.pathname = `/${database}`;
    return createKnex({
      client: 'pg',
      connection: url.href,
      pool: { min: 0, max: connections },
    });
  }
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) {
    hash.update(readFileSync(join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
