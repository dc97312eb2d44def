import { randomBytes } from 'node:crypto';

/** What a user of the account allowed an app to do. */
export interface Grant {
  userId: number;
  clientId: string;
  scopes: string[];
  createdAt: string;
  revoked: boolean;
}

/** What an authorization code stands for until it is exchanged. */
export interface CodeGrant {
  userId: number;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  nonce?: string;
}

const CODE_LIFE_MILLISECONDS = 10 * 60 * 1000;

/** The log-ins, authorization codes and refresh tokens of one account. */
export class Grants {
  readonly #now: () => Date;
  readonly #sessions = new Map<string, number>();
  readonly #codes = new Map<string, CodeGrant & { expiresAt: number }>();
  readonly #grants: Grant[] = [];
  readonly #byRefreshToken = new Map<string, Grant>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Every grant so far, without its tokens. */
  all(): readonly Grant[] {
    return this.#grants;
  }

  logIn(userId: number): string {
    const session = randomToken();
    this.#sessions.set(session, userId);
    return session;
  }

  loggedInUser(session: string | undefined): number | undefined {
    return session === undefined ? undefined : this.#sessions.get(session);
  }

  logOut(session: string | undefined): void {
    if (session !== undefined) {
      this.#sessions.delete(session);
    }
  }

  issueCode(grant: CodeGrant): string {
    const code = randomToken();
    const expiresAt = this.#now().getTime() + CODE_LIFE_MILLISECONDS;
    this.#codes.set(code, { ...grant, expiresAt });
    return code;
  }

  /** Gives what a code stands for, once and within ten minutes. */
  takeCode(code: string): CodeGrant | undefined {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant && this.#now().getTime() < grant.expiresAt ? grant : undefined;
  }

  /** Records a grant; the refresh token is there if `offline` was allowed. */
  add(grant: Pick<Grant, 'userId' | 'clientId' | 'scopes'>): {
    refreshToken?: string;
  } {
    const recorded: Grant = {
      userId: grant.userId,
      clientId: grant.clientId,
      scopes: grant.scopes,
      createdAt: this.#now().toISOString(),
      revoked: false,
    };
    this.#grants.push(recorded);
    if (!grant.scopes.includes('offline')) {
      return {};
    }
    return { refreshToken: this.#issueRefreshToken(recorded) };
  }

  /** The grant a refresh token belongs to, while it is in force. */
  find(refreshToken: string): Grant | undefined {
    const grant = this.#byRefreshToken.get(refreshToken);
    return grant?.revoked ? undefined : grant;
  }

  /** Replaces a refresh token by a new one for the same grant. */
  rotate(refreshToken: string): string | undefined {
    const grant = this.#byRefreshToken.get(refreshToken);
    if (!grant) {
      return undefined;
    }
    this.#byRefreshToken.delete(refreshToken);
    return this.#issueRefreshToken(grant);
  }

  /** Revokes the grant of a refresh token; an unknown one is no error (RFC 7009). */
  revoke(refreshToken: string): void {
    const grant = this.#byRefreshToken.get(refreshToken);
    if (grant) {
      grant.revoked = true;
    }
  }

  revokeAll(): void {
    for (const grant of this.#grants) {
      grant.revoked = true;
    }
  }

  #issueRefreshToken(grant: Grant): string {
    const refreshToken = randomToken();
    this.#byRefreshToken.set(refreshToken, grant);
    return refreshToken;
  }
}

function randomToken(): string {
  return randomBytes(36).toString('base64url');
}
