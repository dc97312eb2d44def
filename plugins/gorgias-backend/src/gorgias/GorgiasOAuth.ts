import { TracingService } from '@backstage/backend-plugin-api/alpha';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { Clock } from '../clock';
import { accountUrl } from './accountUrl';
import { parseAnswer } from './answers';
import { isGorgiasError } from './errors';
import { REQUEST_TIMEOUT_MILLISECONDS, sendToGorgias } from './http';
import { tokenSchema } from './schemas';
import { traceRequest } from './traceRequest';

/** What is asked for. `events:read` is a convenience and may be missing in the grant. */
export const REQUESTED_SCOPES = [
  'offline',
  'users:read',
  'account:read',
  'events:read',
];
/** What a connection can't do without. */
export const REQUIRED_SCOPES = ['offline', 'users:read', 'account:read'];

/** How long a Gorgias access token lives, for one that does not say so itself. */
const ACCESS_TOKEN_LIFE_SECONDS = 24 * 60 * 60;

/** Tokens of a fresh grant or refresh. */
export interface TokenSet {
  accessToken: string;
  /** When the access token lapses, ISO 8601 in UTC. */
  expiresAt: string;
  /** A new grant has one. A refresh brings none today; should it, the old one is of no use any more. */
  refreshToken?: string;
  scopes?: string[];
  /** Of the token's `sub` claim: the id of the user who granted it. */
  userId?: string;
}

/**
 * The OAuth endpoints of Gorgias: HTTP Basic with a form, as its pages on
 * OAuth 2 describe.
 */
export class GorgiasOAuth {
  readonly #options: {
    baseUrl: string;
    clientId: string;
    clientSecret: string;
    redirectUri: string;
    tracing: TracingService;
    clock: Clock;
  };

  constructor(options: {
    baseUrl: string;
    clientId: string;
    clientSecret: string;
    /** Where Gorgias sends the browser back to; must be registered with the app. */
    redirectUri: string;
    tracing: TracingService;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /** Where the browser goes to grant access. */
  authorizeUrl(subdomain: string, state: string): string {
    return accountUrl(this.#options.baseUrl, subdomain, '/oauth/authorize', {
      response_type: 'code',
      client_id: this.#options.clientId,
      redirect_uri: this.#options.redirectUri,
      scope: REQUESTED_SCOPES.join(' '),
      state,
    }).toString();
  }

  /** Trades the code of the callback for tokens. */
  exchangeCode(subdomain: string, code: string): Promise<TokenSet> {
    return this.#requestTokens('Finishing the log-in', subdomain, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.#options.redirectUri,
    });
  }

  /** Gets a new access token. */
  refresh(subdomain: string, refreshToken: string): Promise<TokenSet> {
    return this.#requestTokens('Renewing access', subdomain, {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
  }

  /** Ends a grant. One that Gorgias does not know any more counts as ended. */
  async revoke(subdomain: string, refreshToken: string): Promise<void> {
    const what = 'Ending the grant';
    const answer = await this.#post(what, subdomain, '/oauth/revoke', {
      token: refreshToken,
    });
    try {
      parseAnswer(what, answer, z.unknown());
    } catch (error) {
      if (!isGorgiasError(error, 'grant-revoked')) {
        throw error;
      }
    }
  }

  async #requestTokens(
    what: string,
    subdomain: string,
    form: Record<string, string>,
  ): Promise<TokenSet> {
    const answer = await this.#post(what, subdomain, '/oauth/token', form);
    const tokens = parseAnswer(what, answer, tokenSchema);
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      scopes: tokens.scope?.split(/\s+/).filter(Boolean),
      ...this.#readClaims(tokens.access_token),
    };
  }

  /**
   * Reads from the token how long it lives; Gorgias' `expires_in` is not to
   * be relied on. By its life, not by its end: the clocks may differ.
   */
  #readClaims(accessToken: string): { expiresAt: string; userId?: string } {
    const lapseAfter = (seconds: number) =>
      new Date(
        this.#options.clock.now().getTime() + seconds * 1000,
      ).toISOString();
    try {
      const { iat, exp, sub } = decodeJwt<{ sub?: string | number }>(
        accessToken,
      );
      return {
        expiresAt: lapseAfter(
          iat !== undefined && exp !== undefined && exp > iat
            ? exp - iat
            : ACCESS_TOKEN_LIFE_SECONDS,
        ),
        // Gorgias sends `sub` as a JSON integer.
        userId: sub === undefined ? undefined : String(sub),
      };
    } catch {
      return { expiresAt: lapseAfter(ACCESS_TOKEN_LIFE_SECONDS) };
    }
  }

  #post(
    what: string,
    subdomain: string,
    path: string,
    form: Record<string, string>,
  ) {
    const { baseUrl, clientId, clientSecret, tracing, clock } = this.#options;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const url = accountUrl(baseUrl, subdomain, path);
    const method = 'POST';
    return traceRequest(tracing, { what, method, url, resends: 0 }, () =>
      sendToGorgias(
        url,
        {
          what,
          method,
          headers: { Authorization: `Basic ${basic}` },
          body: new URLSearchParams(form),
        },
        clock.timeout(REQUEST_TIMEOUT_MILLISECONDS),
      ),
    );
  }
}
