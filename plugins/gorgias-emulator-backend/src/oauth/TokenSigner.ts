import { randomUUID } from 'node:crypto';
import { generateKeyPair, JWTPayload, jwtVerify, SignJWT } from 'jose';

const LIFE_SECONDS = 24 * 60 * 60;

/** What a valid access token says. */
export interface AccessToken {
  userId: number;
  scopes: string[];
}

/**
 * Signs and checks the tokens of one account. The key lives as long as the
 * signer, so a new signer accepts none of the tokens issued before it.
 */
export class TokenSigner {
  readonly #account: { url: string; now: () => Date };
  readonly #keyId = randomUUID();
  #keys?: ReturnType<typeof generateKeyPair>;

  constructor(account: { url: string; now: () => Date }) {
    this.#account = account;
  }

  issueAccessToken(grant: {
    userId: number;
    clientId: string;
    scopes: string[];
  }): Promise<string> {
    return this.#sign({
      ...numericSubject(grant.userId),
      aud: `${this.#account.url}/api`,
      azp: grant.clientId,
      jti: randomUUID(),
      scope: grant.scopes.join(' '),
    });
  }

  issueIdToken(
    audience: string,
    userId: number,
    claims: Record<string, string | undefined>,
  ): Promise<string> {
    return this.#sign({ ...numericSubject(userId), aud: audience, ...claims });
  }

  /** Gives what the token says, or nothing when it is not valid (any more). */
  async verifyAccessToken(token: string): Promise<AccessToken | undefined> {
    const { publicKey } = await this.#keyPair();
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ['RS256'],
        issuer: this.#account.url,
        audience: `${this.#account.url}/api`,
        currentDate: this.#account.now(),
      });
      return {
        userId: Number(payload.sub),
        scopes: String(payload.scope).split(' '),
      };
    } catch {
      return undefined;
    }
  }

  async #sign(claims: JWTPayload): Promise<string> {
    const { privateKey } = await this.#keyPair();
    const issuedAt = Math.floor(this.#account.now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.#keyId })
      .setIssuer(this.#account.url)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_SECONDS)
      .sign(privateKey);
  }

  #keyPair() {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}

// Gorgias writes the subject as a JSON integer, which the type of a JWT
// payload does not foresee.
function numericSubject(userId: number): JWTPayload {
  return { sub: userId as unknown as string };
}
