import { ConnectErrorCode } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';

/** One attempt to connect. Secrets are kept as SHA-256 only. */
export interface ConnectSession {
  id: string;
  stateHash: string;
  bindingHash: string;
  entityRef: string;
  subdomain: string;
  userEntityRef: string;
  createdAt: string;
  expiresAt: string;
  status: 'pending' | 'succeeded' | 'failed';
  errorCode: ConnectErrorCode | null;
}

interface ConnectSessionRow {
  id: string;
  state_hash: string;
  binding_hash: string;
  entity_ref: string;
  subdomain: string;
  user_entity_ref: string;
  created_at: string;
  expires_at: string;
  consumed_at: string | null;
  status: ConnectSession['status'];
  error_code: ConnectErrorCode | null;
}

/** How long after its end a session can still be asked for its outcome. */
const KEEP_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The attempts to connect that are under way, and how recent ones ended. */
export class ConnectSessionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins an attempt, and forgets those that ended long ago. */
  async create(session: ConnectSession): Promise<void> {
    const longAgo = new Date(
      Date.parse(session.createdAt) - KEEP_MILLISECONDS,
    ).toISOString();
    await this.#table().where('expires_at', '<', longAgo).delete();
    await this.#table().insert({
      id: session.id,
      state_hash: session.stateHash,
      binding_hash: session.bindingHash,
      entity_ref: session.entityRef,
      subdomain: session.subdomain,
      user_entity_ref: session.userEntityRef,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      consumed_at: null,
      status: session.status,
      error_code: session.errorCode,
    });
  }

  async get(id: string): Promise<ConnectSession | undefined> {
    const row = await this.#table().where({ id }).first();
    return row && fromRow(row);
  }

  /**
   * Takes the session of a state, which works once: of several callbacks at
   * the same instant, on any number of backends, one gets it.
   */
  async consume(
    stateHash: string,
    at: string,
  ): Promise<ConnectSession | undefined> {
    const taken = await this.#table()
      .where({ state_hash: stateHash })
      .whereNull('consumed_at')
      .update({ consumed_at: at });
    const row =
      taken === 1 &&
      (await this.#table().where({ state_hash: stateHash }).first());
    return row ? fromRow(row) : undefined;
  }

  /** Whether any attempt came back from Gorgias since a time and has not ended. */
  async isAnyBack(since: string): Promise<boolean> {
    const row = await this.#table()
      .where({ status: 'pending' })
      .where('consumed_at', '>', since)
      // Which is later, and has an index.
      .where('expires_at', '>', since)
      .first('id');
    return row !== undefined;
  }

  async finish(id: string, errorCode: ConnectErrorCode | null): Promise<void> {
    await this.#table()
      .where({ id })
      .update({
        status: errorCode ? 'failed' : 'succeeded',
        error_code: errorCode,
      });
  }

  #table() {
    return this.#knex<ConnectSessionRow>('connect_sessions');
  }
}

function fromRow(row: ConnectSessionRow): ConnectSession {
  return {
    id: row.id,
    stateHash: row.state_hash,
    bindingHash: row.binding_hash,
    entityRef: row.entity_ref,
    subdomain: row.subdomain,
    userEntityRef: row.user_entity_ref,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    status: row.status,
    errorCode: row.error_code,
  };
}
