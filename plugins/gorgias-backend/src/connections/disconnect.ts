import { ServiceUnavailableError } from '@backstage/errors';
import { GorgiasDatabase } from '../database';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasOAuth } from '../gorgias/GorgiasOAuth';
import { decryptRefreshToken } from './AccessTokens';
import { Connection } from './ConnectionStore';
import { TokenCipher } from './TokenCipher';

/**
 * Ends a connection: revokes the grant at Gorgias, then forgets the tokens.
 *
 * @throws ServiceUnavailableError when Gorgias can't be reached. Nothing is
 * changed then: forgetting a grant that lives on would leave it out of
 * everybody's sight.
 */
export async function disconnect(
  connection: Connection,
  context: {
    database: GorgiasDatabase;
    oauth: GorgiasOAuth;
    cipher: TokenCipher;
    userEntityRef: string;
    now: () => Date;
  },
): Promise<void> {
  const { database, oauth, cipher, userEntityRef, now } = context;
  const refreshToken = decryptRefreshToken(cipher, connection);
  if (refreshToken) {
    try {
      await oauth.revoke(connection.subdomain, refreshToken);
    } catch (error) {
      // An account that does not exist any more has no grant either.
      if (!isGorgiasError(error, 'unknown-account')) {
        throw new ServiceUnavailableError(
          `The grant could not be ended at Gorgias, so the connection is kept; try again later. ${
            isGorgiasError(error) ? error.message : ''
          }`.trim(),
          error,
        );
      }
    }
  }
  await database.stores.connections.disconnect(
    connection.id,
    userEntityRef,
    now().toISOString(),
  );
}
