import { OAuthApp } from './OAuthApp';
import { SCOPES, splitScopes } from './scopes';

/** A valid request of an app for access. */
export interface AuthorizeRequest {
  redirectUri: string;
  scopes: string[];
  state?: string;
  nonce?: string;
}

/** What an authorize request came to. */
export type ParsedAuthorizeRequest =
  | { outcome: 'valid'; request: AuthorizeRequest }
  /** The app cannot be trusted, so the user must not be sent there. */
  | { outcome: 'untrusted'; problem: string }
  /** The app asked for something wrong, which it should hear. */
  | { outcome: 'refused'; redirectTo: string };

/** Checks the query of `/oauth/authorize`. */
export function parseAuthorizeRequest(
  query: URLSearchParams,
  app: OAuthApp,
): ParsedAuthorizeRequest {
  const clientId = query.get('client_id');
  if (clientId !== app.clientId) {
    return {
      outcome: 'untrusted',
      problem: clientId
        ? `No app with the client_id "${clientId}" is registered.`
        : 'The parameter client_id is missing.',
    };
  }
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri || !app.redirectUrls.includes(redirectUri)) {
    return {
      outcome: 'untrusted',
      problem: redirectUri
        ? `The redirect_uri "${redirectUri}" is not among the redirect URLs of the app.`
        : 'The parameter redirect_uri is missing.',
    };
  }
  const state = query.get('state') ?? undefined;
  const refuse = (error: string, description: string) => ({
    outcome: 'refused' as const,
    redirectTo: redirectWith(redirectUri, {
      error,
      error_description: description,
      state,
    }),
  });
  if (query.get('response_type') !== 'code') {
    return refuse(
      'unsupported_response_type',
      'The parameter response_type must be "code".',
    );
  }
  const scopes = splitScopes(query.get('scope') ?? '');
  const unknown = scopes.filter(scope => !SCOPES.has(scope));
  if (scopes.length === 0 || unknown.length > 0) {
    return refuse(
      'invalid_scope',
      scopes.length === 0
        ? 'The parameter scope is missing.'
        : `Unknown scopes: ${unknown.join(' ')}.`,
    );
  }
  const nonce = query.get('nonce') ?? undefined;
  return { outcome: 'valid', request: { redirectUri, scopes, state, nonce } };
}

/** Adds parameters to a redirect URL, which may have some already. */
export function redirectWith(
  redirectUri: string,
  params: Record<string, string | undefined>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) {
      url.searchParams.set(name, value);
    }
  }
  return url.toString();
}
