import { begun } from '../begun';
import { GorgiasClient } from '../gorgias/GorgiasClient';
import { REQUIRED_SCOPES, TokenSet } from '../gorgias/GorgiasOAuth';
import { GorgiasUser } from '../gorgias/schemas';
import { ConnectError } from './ConnectError';

/** How long whoever connects waits for a look at the event log, which the first sync can make too. */
export const LOOK_SECONDS = 2;

/**
 * Makes sure that a grant allows what is needed, and can be renewed.
 *
 * @throws ConnectError
 */
export function verifyScopes({ refreshToken, scopes }: TokenSet): void {
  if (
    !refreshToken ||
    (scopes && !REQUIRED_SCOPES.every(scope => scopes.includes(scope)))
  ) {
    throw new ConnectError('scope-missing');
  }
}

/**
 * Makes sure that a client speaks to the account that was to be connected,
 * with the rights of an admin of it.
 *
 * @param findCaller - finds the user whose rights these are, where Gorgias
 * does not know user 0, the caller, which is uncertain
 * @returns that user
 * @throws ConnectError or GorgiasError
 */
export async function verifyAdmin(
  subdomain: string,
  client: GorgiasClient,
  findCaller: () => Promise<GorgiasUser | undefined>,
): Promise<GorgiasUser> {
  // Asked at the same time, since somebody waits.
  const caller = begun(client.readUser('0'));
  if ((await client.readDomain()) !== subdomain) {
    throw new ConnectError('wrong-account');
  }
  const user = (await caller) ?? (await findCaller());
  if (user?.role?.name !== 'admin') {
    throw new ConnectError('not-admin');
  }
  return user;
}
