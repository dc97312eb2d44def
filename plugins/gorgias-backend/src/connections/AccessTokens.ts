import { Stores } from '../database';
import { isGorgiasError } from '../gorgias/errors';
import { AccessTokenProvider } from '../gorgias/GorgiasClient';
import { GorgiasOAuth, TokenSet } from '../gorgias/GorgiasOAuth';
import { Connection } from './ConnectionStore';
import { TokenCipher } from './TokenCipher';

/** An access token is renewed this long before it lapses, so that it lasts for a whole run. */
const RENEW_BEFORE_MILLISECONDS = 10 * 60 * 1000;

/** The encrypted token columns of a connection, bound to its row. */
export function encryptTokens(
  cipher: TokenCipher,
  connectionId: string,
  tokens: { accessToken: string; refreshToken: string },
): { accessToken: string; refreshToken: string } {
  return {
    accessToken: cipher.encrypt(
      tokens.accessToken,
      boundTo(connectionId, 'access_token'),
    ),
    refreshToken: cipher.encrypt(
      tokens.refreshToken,
      boundTo(connectionId, 'refresh_token'),
    ),
  };
}

/** Reads the refresh token of a connection; `undefined` once it is disconnected. */
export function decryptRefreshToken(
  cipher: TokenCipher,
  connection: Connection,
): string | undefined {
  return connection.refreshToken === null
    ? undefined
    : cipher.decrypt(
        connection.refreshToken,
        boundTo(connection.id, 'refresh_token'),
      );
}

function boundTo(connectionId: string, column: string): string {
  return `connections/${connectionId}/${column}`;
}

/** Keeps the access tokens of connections valid: renews them before they lapse and when Gorgias refuses one. */
export class AccessTokens {
  readonly #stores: Stores;
  readonly #oauth: GorgiasOAuth;
  readonly #cipher: TokenCipher;
  readonly #now: () => Date;

  constructor(options: {
    stores: Stores;
    oauth: GorgiasOAuth;
    cipher: TokenCipher;
    now: () => Date;
  }) {
    this.#stores = options.stores;
    this.#oauth = options.oauth;
    this.#cipher = options.cipher;
    this.#now = options.now;
  }

  /** The tokens of one connection, for a client. */
  of(connectionId: string): AccessTokenProvider {
    return async ({ renew }) => {
      const connection = await this.#stores.connections.get(connectionId);
      if (!connection?.accessToken || !connection.accessTokenExpiresAt) {
        throw new Error('The connection was disconnected');
      }
      const left =
        Date.parse(connection.accessTokenExpiresAt) - this.#now().getTime();
      return renew || left < RENEW_BEFORE_MILLISECONDS
        ? this.#renew(connection)
        : this.#cipher.decrypt(
            connection.accessToken,
            boundTo(connectionId, 'access_token'),
          );
    };
  }

  async #renew(connection: Connection): Promise<string> {
    const { accessToken, expiresAt } = await this.#refresh(connection);
    // Another backend may have renewed it at the same time. Gorgias does not
    // rotate refresh tokens, so both tokens are good and either may be kept.
    await this.#stores.connections.swapAccessToken(
      connection,
      this.#cipher.encrypt(accessToken, boundTo(connection.id, 'access_token')),
      expiresAt,
    );
    return accessToken;
  }

  async #refresh(connection: Connection): Promise<TokenSet> {
    const refreshToken = decryptRefreshToken(this.#cipher, connection);
    if (!refreshToken) {
      throw new Error('The connection was disconnected');
    }
    try {
      return await this.#oauth.refresh(connection.subdomain, refreshToken);
    } catch (error) {
      if (isGorgiasError(error, 'grant-revoked')) {
        await this.#stores.connections.requireReconnect(
          connection,
          'The grant was revoked at Gorgias, or the app was uninstalled there. A Gorgias admin has to reconnect.',
        );
      }
      throw error;
    }
  }
}
