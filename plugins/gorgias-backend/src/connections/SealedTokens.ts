import { Connection } from './ConnectionStore';
import { TokenCipher } from './TokenCipher';

/** The columns of a connection that hold something encrypted. */
export const SEALED = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  apiKey: 'api_key',
} as const;

/** One of them. */
export type Sealed = keyof typeof SEALED;

/** The secrets of connections at rest: each is encrypted and bound to its row and column. */
export class SealedTokens {
  readonly #cipher: TokenCipher;

  constructor(cipher: TokenCipher) {
    this.#cipher = cipher;
  }

  /** Encrypts those that are given. */
  seal(
    connectionId: string,
    secrets: Partial<Record<Sealed, string>>,
  ): Partial<Record<Sealed, string>> {
    return Object.fromEntries(
      this.#columns(secrets).map(([name, secret]) => [
        name,
        this.#cipher.encrypt(secret, boundTo(connectionId, name)),
      ]),
    );
  }

  /** @throws Error when there is none, or it can't be read */
  open(connection: Connection, name: Sealed): string {
    const encrypted = connection[name];
    if (encrypted === null) {
      throw new Error('The connection was disconnected');
    }
    return this.#cipher.decrypt(encrypted, boundTo(connection.id, name));
  }

  /** What has to be written to have all secrets of a connection encrypted by the current key; nothing when they are. */
  reseal(connection: Connection): Partial<Record<Sealed, string>> {
    const outdated = this.#columns(connection).filter(
      ([, encrypted]) => !this.#cipher.isCurrent(encrypted),
    );
    return this.seal(
      connection.id,
      Object.fromEntries(
        outdated.map(([name]) => [name, this.open(connection, name)]),
      ),
    );
  }

  #columns(
    values: Partial<Record<Sealed, string | null>>,
  ): Array<[Sealed, string]> {
    return (Object.keys(SEALED) as Sealed[]).flatMap(name => {
      const value = values[name];
      return value ? [[name, value] as [Sealed, string]] : [];
    });
  }
}

function boundTo(connectionId: string, name: Sealed): string {
  return `connections/${connectionId}/${SEALED[name]}`;
}
