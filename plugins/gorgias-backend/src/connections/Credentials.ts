import { message } from 'backstage-plugin-gorgias-common';
import { Clock } from '../clock';
import { Stores } from '../database';
import { GorgiasError, isGorgiasError } from '../gorgias/errors';
import { AuthorizationProvider } from '../gorgias/GorgiasClient';
import { GorgiasOAuth, TokenSet } from '../gorgias/GorgiasOAuth';
import { Connection } from './ConnectionStore';
import { SealedTokens } from './SealedTokens';

/** An access token is renewed this long before it lapses, so that it lasts for a whole run. */
const RENEW_BEFORE_MILLISECONDS = 10 * 60 * 1000;
/** How long another backend may take to keep what it was given. */
const OTHERS_WAIT_MILLISECONDS = 200;
const OTHERS_LOOKS = 10;

/**
 * Lets connections prove themselves to Gorgias: keeps access tokens valid,
 * renews them before they lapse and when Gorgias refuses one, also while
 * other replicas do the same.
 */
export class Credentials {
  readonly #options: {
    stores: Stores;
    oauth: GorgiasOAuth | undefined;
    sealed: SealedTokens;
    clock: Clock;
  };

  constructor(options: {
    stores: Stores;
    /** `undefined` where no OAuth app is configured. */
    oauth: GorgiasOAuth | undefined;
    sealed: SealedTokens;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /** Those of one connection, for a client. */
  of(connectionId: string): AuthorizationProvider {
    let sent: number | undefined;
    return async ({ renew }) => {
      const connection = await this.#get(connectionId);
      // What was refused may have been renewed by somebody else meanwhile.
      const refused = renew && sent === connection.tokenVersion;
      const { header, tokenVersion } =
        connection.method === 'api-key'
          ? this.#apiKey(connection, refused)
          : await this.#accessToken(connection, refused);
      sent = tokenVersion;
      return header;
    };
  }

  async #get(connectionId: string): Promise<Connection> {
    const connection = await this.#options.stores.connections.get(connectionId);
    if (!connection || connection.state === 'disconnected') {
      throw new Error('The connection was disconnected');
    }
    return connection;
  }

  #apiKey(connection: Connection, refused: boolean) {
    if (refused) {
      throw new GorgiasError(
        'unauthorized',
        'Gorgias does not accept the API key any more.',
      );
    }
    const apiKey = this.#options.sealed.open(connection, 'apiKey');
    return {
      header: `Basic ${Buffer.from(apiKey).toString('base64')}`,
      tokenVersion: connection.tokenVersion,
    };
  }

  async #accessToken(connection: Connection, refused: boolean) {
    const left =
      Date.parse(connection.accessTokenExpiresAt ?? '') -
      this.#options.clock.now().getTime();
    const current =
      !refused && left > RENEW_BEFORE_MILLISECONDS
        ? connection
        : await this.#renew(connection);
    return {
      header: `Bearer ${this.#options.sealed.open(current, 'accessToken')}`,
      tokenVersion: current.tokenVersion,
    };
  }

  async #renew(connection: Connection): Promise<Connection> {
    const { stores, sealed } = this.#options;
    let tokens: TokenSet;
    try {
      tokens = await this.#refresh(connection);
    } catch (error) {
      const latest = await this.#renewedByOthers(connection, error);
      if (latest) {
        return latest;
      }
      if (isGorgiasError(error, 'grant-revoked')) {
        await stores.connections.requireReconnect(
          connection,
          message('connection.revoked'),
          this.#options.clock.now().toISOString(),
        );
      }
      throw error;
    }
    const kept = await stores.connections.swapTokens(connection, {
      ...sealed.seal(connection.id, tokens),
      accessTokenExpiresAt: tokens.expiresAt,
      scopes: tokens.scopes ?? connection.scopes,
    });
    return kept ?? this.#get(connection.id);
  }

  /**
   * Gorgias does not rotate refresh tokens today. Where it does, the one that
   * came second has an old refresh token, and the new one is here, or about
   * to be: whoever got it is keeping it just now.
   */
  async #renewedByOthers(
    connection: Connection,
    error: unknown,
  ): Promise<Connection | undefined> {
    const looks = isGorgiasError(error, 'grant-revoked') ? OTHERS_LOOKS : 0;
    for (let look = 0; ; look += 1) {
      const latest = await this.#get(connection.id);
      if (latest.tokenVersion !== connection.tokenVersion) {
        return latest;
      }
      if (look === looks) {
        return undefined;
      }
      await this.#options.clock.sleep(OTHERS_WAIT_MILLISECONDS);
    }
  }

  async #refresh(connection: Connection): Promise<TokenSet> {
    const { oauth, sealed } = this.#options;
    if (!oauth) {
      throw new Error(
        'gorgias.oauth is not configured any more, so access can not be renewed; configure it, or connect by an API key',
      );
    }
    return oauth.refresh(
      connection.subdomain,
      sealed.open(connection, 'refreshToken'),
    );
  }
}
