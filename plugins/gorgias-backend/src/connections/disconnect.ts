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
  const { database, userEntityRef, clock } = context;
  const { connections } = database.stores;
  let latest: Connection | undefined = connection;
  // Tokens that were renewed while the old ones were ended live on at
  // Gorgias, and so have to be ended too.
  while (latest && latest.state !== 'disconnected') {
    await revokeGrant(latest, context);
    const at = clock.now().toISOString();
    if (await connections.disconnect(latest, userEntityRef, at)) {
      return;
    }
    latest = await connections.get(connection.id);
  }
}

async function revokeGrant(
  connection: Connection,
  { oauth, sealed }: { oauth: GorgiasOAuth | undefined; sealed: SealedTokens },
): Promise<void> {
  if (!connection.refreshToken || !oauth) {
    return;
  }
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
