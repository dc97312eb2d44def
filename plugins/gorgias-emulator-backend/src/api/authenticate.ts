import { Account } from '../accounts/Account';
import { GorgiasUser } from '../accounts/seed';
import { ApiError } from './ApiError';
import { parseBasic } from './parseBasic';

/** Who makes a request; an API key has no scopes, since it may do all its user may. */
export interface Caller {
  user: GorgiasUser;
  scopes?: string[];
}

/** Finds out who makes a request, by access token or by e-mail and API key. */
export async function authenticate(
  account: Account,
  header: string | undefined,
): Promise<Caller> {
  const caller = /^bearer /i.test(header ?? '')
    ? await callerOfToken(account, header!.slice('bearer '.length).trim())
    : callerOfApiKey(account, header);
  const refused =
    !caller ||
    (!caller.user.active && account.behaviour.deactivatedCallerRefused);
  if (refused) {
    throw new ApiError(401, 'Unauthorized.');
  }
  return caller;
}

/** Refuses a caller whose token lacks a scope. */
export function requireScope(caller: Caller, scope: string): void {
  if (caller.scopes && !caller.scopes.includes(scope)) {
    throw forbidden();
  }
}

async function callerOfToken(
  account: Account,
  token: string,
): Promise<Caller | undefined> {
  const accessToken = await account.signer.verifyAccessToken(token);
  const user = accessToken && account.users.get(accessToken.userId);
  return user && { user, scopes: accessToken.scopes };
}

function callerOfApiKey(
  account: Account,
  header: string | undefined,
): Caller | undefined {
  const basic = parseBasic(header);
  const user =
    basic && basic.password === account.apiKey
      ? account.users.findByEmail(basic.user)
      : undefined;
  return user && { user };
}

/** The answer to somebody who may not do this. */
export function forbidden(): ApiError {
  return new ApiError(403, 'Forbidden.');
}
