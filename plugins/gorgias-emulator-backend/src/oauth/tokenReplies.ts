import { Account } from '../accounts/Account';
import { CodeGrant, Grant } from './Grants';
import { limitScopes } from './scopes';

/**
 * The body of a reply of `/oauth/token`.
 *
 * @public
 */
export interface TokenReply {
  access_token: string;
  expires_in?: number;
  id_token?: string;
  refresh_token?: string;
  scope: string;
  token_type: 'Bearer';
}

/** Answers a code: records the grant and gives all tokens it deserves. */
export async function replyToCode(
  account: Account,
  code: Omit<CodeGrant, 'redirectUri'>,
): Promise<TokenReply> {
  const { refreshToken } = account.grants.add(code);
  return {
    ...(await accessTokenReply(account, code)),
    ...(refreshToken && { refresh_token: refreshToken }),
    ...(code.scopes.includes('openid') && {
      id_token: await issueIdToken(account, code),
    }),
  };
}

/** Answers a refresh: a new access token, but as at Gorgias no new refresh token unless told so. */
export async function replyToRefresh(
  account: Account,
  grant: Grant,
  refreshToken: string,
): Promise<TokenReply> {
  const { rotatesRefreshTokens, scopesGranted } = account.behaviour;
  // Before anything is awaited, so that an old token never works twice.
  const rotated = rotatesRefreshTokens && account.grants.rotate(refreshToken);
  return {
    ...(await accessTokenReply(account, {
      ...grant,
      scopes: limitScopes(grant.scopes, scopesGranted),
    })),
    ...(rotated && { refresh_token: rotated }),
  };
}

async function accessTokenReply(
  account: Account,
  grant: Pick<Grant, 'userId' | 'clientId' | 'scopes'>,
): Promise<TokenReply> {
  const { expiresInSeconds } = account.behaviour;
  return {
    access_token: await account.signer.issueAccessToken(grant),
    ...(expiresInSeconds !== null && { expires_in: expiresInSeconds }),
    scope: grant.scopes.join(' '),
    token_type: 'Bearer',
  };
}

function issueIdToken(
  account: Account,
  { userId, clientId, scopes, nonce }: Omit<CodeGrant, 'redirectUri'>,
): Promise<string> {
  const user = account.users.get(userId);
  return account.signer.issueIdToken(clientId, userId, {
    nonce,
    ...(scopes.includes('email') && { email: user?.email ?? undefined }),
    ...(scopes.includes('profile') && { name: user?.name }),
  });
}
