import { GorgiasClient } from '../gorgias/GorgiasClient';
import { REQUIRED_SCOPES, TokenSet } from '../gorgias/GorgiasOAuth';
import { GorgiasUser } from '../gorgias/schemas';
import { ConnectError } from './ConnectError';

/**
 * Makes sure that a grant is for the account that was to be connected, of an
 * admin of it, and allows what is needed.
 *
 * @returns the user of Gorgias who granted it
 * @throws ConnectError or GorgiasError
 */
export async function verifyGrant(
  subdomain: string,
  tokens: TokenSet,
  baseUrl: string,
): Promise<GorgiasUser> {
  const { accessToken, refreshToken, scopes, userId } = tokens;
  if (
    !refreshToken ||
    (scopes && !REQUIRED_SCOPES.every(scope => scopes.includes(scope)))
  ) {
    throw new ConnectError('scope-missing');
  }
  const client = new GorgiasClient({
    baseUrl,
    subdomain,
    accessToken: async () => accessToken,
  });
  if ((await client.readDomain()) !== subdomain) {
    throw new ConnectError('wrong-account');
  }
  // Whether Gorgias knows user 0, the caller, is uncertain; the token names the caller too.
  const user =
    (await client.readUser('0')) ??
    (userId ? await client.readUser(userId) : undefined);
  if (user?.role?.name !== 'admin') {
    throw new ConnectError('not-admin');
  }
  return user;
}
