import { ServiceUnavailableError } from '@backstage/errors';
import { Clock } from '../clock';
import { GorgiasDatabase } from '../database';
import { isGorgiasError } from '../gorgias/errors';
import { GorgiasOAuth } from '../gorgias/GorgiasOAuth';
import { Connection } from './ConnectionStore';
import { SealedTokens } from './SealedTokens';

/**
 * Ends a connection: revokes the grant at Gorgias, then forgets the tokens.
 * An API key is only forgotten, since Gorgias offers no way to end one.
 *
 * @throws ServiceUnavailableError when Gorgias can't be reached. Nothing is
 * changed then: forgetting a grant that lives on would leave it out of
 * everybody's sight.
 */
export async function disconnect(
  connection: Connection,
  context: {
    database: GorgiasDatabase;
    /** `undefined` where no OAuth app is configured. */
    oauth: GorgiasOAuth | undefined;
    sealed: SealedTokens;
    userEntityRef: string;
    clock: Clock;
  },
): Promise<void> {
  const { database, oauth, sealed, userEntityRef, clock } = context;
  if (connection.refreshToken && oauth) {
    try {
      await oauth.revoke(
        connection.subdomain,
        sealed.open(connection, 'refreshToken'),
      );
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
    clock.now().toISOString(),
  );
}
