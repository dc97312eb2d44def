import {
  ConnectionMethod,
  ConnectionState,
  ConnectionSummary,
  Message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { connectionEvent } from '../evidence/ledgerEvents';
import { LedgerStore } from '../evidence/LedgerStore';
import { partsFromColumn, partsToColumn } from '../parts';
import { ask, Question } from '../questions';
import { OnChange } from '../signals/changes';
import { Sealed, SEALED } from './SealedTokens';

/** A connection with its secrets, which are encrypted. */
export interface Connection extends Record<Sealed, string | null> {
  id: string;
  entityRef: string;
  subdomain: string;
  method: ConnectionMethod;
  state: ConnectionState;
  stateReason: string | null;
  /** What still works and soon may not. */
  stateReasonParts?: Message[];
  warning: string | null;
  warningParts?: Message[];
  scopes: string[];
  accessTokenExpiresAt: string | null;
  tokenVersion: number;
  gorgiasUser: { id: string; name: string | null; email: string | null };
  connectedBy: string;
  connectedAt: string;
  disconnectedBy: string | null;
  disconnectedAt: string | null;
}

interface ConnectionRow {
  id: string;
  entity_ref: string;
  subdomain: string;
  method: ConnectionMethod;
  state: ConnectionState;
  state_reason: string | null;
  state_reason_parts: string | null;
  warning: string | null;
  warning_parts: string | null;
  scopes: string;
  access_token: string | null;
  access_token_expires_at: string | null;
  refresh_token: string | null;
  api_key: string | null;
  token_version: number;
  gorgias_user_id: string;
  gorgias_user_name: string | null;
  gorgias_user_email: string | null;
  connected_by: string;
  connected_at: string;
  disconnected_by: string | null;
  disconnected_at: string | null;
}

/** The grants of Gorgias accounts, one row an entity and account. */
export class ConnectionStore {
  readonly #knex: Knex;
  readonly #onChange: OnChange;

  constructor(knex: Knex, onChange: OnChange) {
    this.#knex = knex;
    this.#onChange = onChange;
  }

  async get(id: string): Promise<Connection | undefined> {
    const row = await this.#table().where({ id }).first();
    return row && fromRow(row);
  }

  /** The connection of an entity: the one made last, whatever became of it. */
  async findByEntity(entityRef: string): Promise<Connection | undefined> {
    return ask(this.ofEntity(entityRef));
  }

  /** Asks for the same. */
  ofEntity(entityRef: string): Question<Connection | undefined> {
    return {
      query: this.#lastOf(entityRef),
      answer: ([row]) => row && fromRow(row),
    };
  }

  /** The connection of an entity to one account, whose history is kept when it is connected again. */
  async findByAccount(
    entityRef: string,
    subdomain: string,
  ): Promise<Connection | undefined> {
    const row = await this.#table()
      .where({ entity_ref: entityRef, subdomain })
      .first();
    return row && fromRow(row);
  }

  /** Every connection, those that ended included. */
  async list(): Promise<Connection[]> {
    const rows = await this.#table().orderBy('connected_at');
    return rows.map(fromRow);
  }

  async listConnected(): Promise<Connection[]> {
    const all = await this.list();
    return all.filter(({ state }) => state === 'connected');
  }

  /**
   * Gets a connection. In a transaction this also keeps others from changing
   * it until the transaction has ended.
   */
  async getLocked(id: string): Promise<Connection | undefined> {
    const row = await this.#table().where({ id }).forUpdate().first();
    return row && fromRow(row);
  }

  /**
   * Writes a new connection, or a new grant of a known one. Each counts as a
   * change of the tokens, also of several that are made at the same instant.
   */
  async put(connection: Connection): Promise<void> {
    await this.#table()
      .insert(toRow(connection))
      .onConflict('id')
      .merge({
        ...toRow(connection),
        token_version: this.#knex.raw('connections.token_version + 1') as any,
      });
    this.#told(connection, 1);
  }

  /**
   * Keeps renewed tokens, unless they were changed by somebody else since
   * they were read. That they could be renewed shows that the grant is good.
   *
   * @returns the connection as it is now, `undefined` when they were not kept
   */
  async swapTokens(
    connection: Connection,
    renewed: Partial<Record<Sealed, string>> & {
      accessTokenExpiresAt?: string;
      scopes?: string[];
    },
  ): Promise<Connection | undefined> {
    const { accessTokenExpiresAt, scopes, ...sealed } = renewed;
    const changed = await this.#table()
      .where({ id: connection.id, token_version: connection.tokenVersion })
      .whereNot({ state: 'disconnected' })
      .update({
        ...toColumns(sealed),
        ...(accessTokenExpiresAt && {
          access_token_expires_at: accessTokenExpiresAt,
          state: 'connected',
          state_reason: null,
          state_reason_parts: null,
        }),
        ...(scopes && { scopes: scopes.join(' ') }),
        token_version: connection.tokenVersion + 1,
      });
    return this.#told(connection, changed)
      ? this.get(connection.id)
      : undefined;
  }

  /**
   * Keeps the same tokens encrypted anew, unless they were changed since they
   * were read. Is no change of them itself: whoever renews them at the same
   * time keeps the new ones.
   *
   * @returns whether they were kept
   */
  async putResealed(
    connection: Connection,
    resealed: Partial<Record<Sealed, string>>,
  ): Promise<boolean> {
    const changed = await this.#table()
      .where({ id: connection.id, token_version: connection.tokenVersion })
      .whereNot({ state: 'disconnected' })
      .update(toColumns(resealed));
    return changed === 1;
  }

  /** Says what soon may not work any more, or that all is well. */
  async warn(id: string, warning: Message | null): Promise<void> {
    await this.#table()
      .where({ id })
      .update({
        warning: warning && sayInEnglish([warning]),
        warning_parts: warning && partsToColumn([warning]),
      });
  }

  /** Says that nothing can be read any more until somebody connects again. */
  async requireReconnect(
    connection: Connection,
    reason: Message,
    at: string,
  ): Promise<void> {
    const state = 'needs-reconnect';
    const said = sayInEnglish([reason]);
    await this.#end(
      connection,
      { state, at, reason: said },
      {
        state,
        state_reason: said,
        state_reason_parts: partsToColumn([reason]),
      },
      ['connected'],
    );
  }

  /**
   * Forgets the tokens, unless they were changed by somebody else since they
   * were read.
   *
   * @returns whether they are forgotten
   */
  async disconnect(
    connection: Connection,
    by: string,
    at: string,
  ): Promise<boolean> {
    return this.#end(
      connection,
      { state: 'disconnected', at, by },
      {
        state: 'disconnected',
        state_reason: null,
        state_reason_parts: null,
        access_token: null,
        access_token_expires_at: null,
        refresh_token: null,
        api_key: null,
        warning: null,
        warning_parts: null,
        token_version: connection.tokenVersion + 1,
        disconnected_by: by,
        disconnected_at: at,
      },
      ['connected', 'needs-reconnect', 'disconnected'],
    );
  }

  /** Changes what was read, if it still is so, and enters that into the ledger: both or neither. @returns whether it was changed */
  async #end(
    connection: Connection,
    change: Parameters<typeof connectionEvent>[1],
    columns: Partial<ConnectionRow>,
    from: ConnectionState[],
  ): Promise<boolean> {
    const changed = await this.#knex.transaction(async trx => {
      const rows = await trx<ConnectionRow>('connections')
        .where({ id: connection.id, token_version: connection.tokenVersion })
        .whereIn('state', from)
        .update(columns);
      if (rows === 1) {
        await new LedgerStore(trx).enter([connectionEvent(connection, change)]);
      }
      return rows;
    });
    return this.#told(connection, changed);
  }

  /** Tells that a connection was changed, if it was. @returns whether it was */
  #told({ entityRef }: Connection, changedRows: number): boolean {
    if (changedRows === 1) {
      this.#onChange({ entityRef });
    }
    return changedRows === 1;
  }

  #lastOf(entityRef: string) {
    return this.#table()
      .where({ entity_ref: entityRef })
      .orderBy('connected_at', 'desc')
      .limit(1);
  }

  #table() {
    return this.#knex<ConnectionRow>('connections');
  }
}

/** A connection as it may be shown: without its tokens. */
export function toConnectionSummary(connection: Connection): ConnectionSummary {
  return {
    id: connection.id,
    subdomain: connection.subdomain,
    method: connection.method,
    state: connection.state,
    ...(connection.stateReason && { stateReason: connection.stateReason }),
    ...(connection.stateReasonParts && {
      stateReasonParts: connection.stateReasonParts,
    }),
    ...(connection.warning && { warning: connection.warning }),
    ...(connection.warningParts && {
      warningParts: connection.warningParts,
    }),
    scopes: connection.scopes,
    connectedBy: connection.connectedBy,
    connectedAt: connection.connectedAt,
    ...(connection.disconnectedBy && {
      disconnectedBy: connection.disconnectedBy,
    }),
    ...(connection.disconnectedAt && {
      disconnectedAt: connection.disconnectedAt,
    }),
    gorgiasUser: connection.gorgiasUser,
  };
}

function toColumns(
  sealed: Partial<Record<Sealed, string>>,
): Partial<ConnectionRow> {
  return Object.fromEntries(
    Object.entries(sealed).map(([name, value]) => [
      SEALED[name as Sealed],
      value,
    ]),
  );
}

function toRow(connection: Connection): ConnectionRow {
  return {
    id: connection.id,
    entity_ref: connection.entityRef,
    subdomain: connection.subdomain,
    method: connection.method,
    state: connection.state,
    state_reason: connection.stateReason,
    state_reason_parts: partsToColumn(connection.stateReasonParts),
    warning: connection.warning,
    warning_parts: partsToColumn(connection.warningParts),
    scopes: connection.scopes.join(' '),
    access_token: connection.accessToken,
    access_token_expires_at: connection.accessTokenExpiresAt,
    refresh_token: connection.refreshToken,
    api_key: connection.apiKey,
    token_version: connection.tokenVersion,
    gorgias_user_id: connection.gorgiasUser.id,
    gorgias_user_name: connection.gorgiasUser.name,
    gorgias_user_email: connection.gorgiasUser.email,
    connected_by: connection.connectedBy,
    connected_at: connection.connectedAt,
    disconnected_by: connection.disconnectedBy,
    disconnected_at: connection.disconnectedAt,
  };
}

function fromRow(row: ConnectionRow): Connection {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    subdomain: row.subdomain,
    method: row.method,
    state: row.state,
    stateReason: row.state_reason,
    ...partsFromColumn('stateReasonParts', row.state_reason_parts),
    warning: row.warning,
    ...partsFromColumn('warningParts', row.warning_parts),
    scopes: row.scopes.split(' ').filter(Boolean),
    accessToken: row.access_token,
    accessTokenExpiresAt: row.access_token_expires_at,
    refreshToken: row.refresh_token,
    apiKey: row.api_key,
    tokenVersion: row.token_version,
    gorgiasUser: {
      id: row.gorgias_user_id,
      name: row.gorgias_user_name,
      email: row.gorgias_user_email,
    },
    connectedBy: row.connected_by,
    connectedAt: row.connected_at,
    disconnectedBy: row.disconnected_by,
    disconnectedAt: row.disconnected_at,
  };
}
