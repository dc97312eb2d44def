import { randomUUID } from 'node:crypto';
import { generateKeyPair, JWTPayload, jwtVerify, SignJWT } from 'jose';

const LIFE_SECONDS = 24 * 60 * 60;

/** What a valid access token says. */
export interface AccessToken {
  userId: number;
  scopes: string[];
}

interface SignerAccount {
  url: string;
  /** The right time. */
  now: () => Date;
  /** What the account takes for the time. */
  clock: () => Date;
}

// Making a key takes a while, and a signer knows its own tokens without one.
let keys: ReturnType<typeof generateKeyPair> | undefined;

function keyPair() {
  keys ??= generateKeyPair('RS256');
  return keys;
}

/**
 * Signs and checks the tokens of one account. A new signer accepts none of
 * the tokens issued before it.
 */
export class TokenSigner {
  readonly #account: SignerAccount;
  readonly #keyId = randomUUID();
  /** When access tokens stop working, by their `jti`. */
  readonly #ends = new Map<string, number>();

  constructor(account: SignerAccount) {
    this.#account = account;
  }

  issueAccessToken(grant: {
    userId: number;
    clientId: string;
    scopes: string[];
  }): Promise<string> {
    const jti = randomUUID();
    this.#ends.set(jti, inSeconds(this.#account.now()) + LIFE_SECONDS);
    return this.#sign({
      ...numericSubject(grant.userId),
      aud: `${this.#account.url}/api`,
      azp: grant.clientId,
      jti,
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
    const { publicKey } = await keyPair();
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ['RS256'],
        issuer: this.#account.url,
        audience: `${this.#account.url}/api`,
        // The token says what the account takes for the time, which may be
        // wrong or have been changed; the check below goes by the right time.
        currentDate: new Date(0),
      });
      const end = this.#ends.get(String(payload.jti)) ?? 0;
      if (end <= inSeconds(this.#account.now())) {
        return undefined;
      }
      return {
        userId: Number(payload.sub),
        scopes: String(payload.scope).split(' '),
      };
    } catch {
      return undefined;
    }
  }

  async #sign(claims: JWTPayload): Promise<string> {
    const { privateKey } = await keyPair();
    const issuedAt = inSeconds(this.#account.clock());
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.#keyId })
      .setIssuer(this.#account.url)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_SECONDS)
      .sign(privateKey);
  }
}

function inSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

// Gorgias writes the subject as a JSON integer, which the type of a JWT
// payload does not foresee.
function numericSubject(userId: number): JWTPayload {
  return { sub: userId as unknown as string };
}
