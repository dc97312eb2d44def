import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

const VERSION = 'v1';
const NONCE_BYTES = 12;

/**
 * Encrypts tokens at rest by AES-256-GCM. What a token is bound to (its
 * table, row and column) is authenticated with it, so an encrypted token that
 * is copied into another row can't be read there.
 *
 * Format: `v1.<key id>.<nonce>.<tag>.<ciphertext>`, the last three in
 * base64url.
 */
export class TokenCipher {
  readonly #keys: Map<string, Buffer>;
  readonly #currentKeyId: string;

  /** @param keys - the first encrypts, all decrypt */
  constructor(keys: Array<{ id: string; secret: string }>) {
    this.#currentKeyId = keys[0].id;
    this.#keys = new Map(
      keys.map(({ id, secret }) => [
        id,
        Buffer.from(hkdfSync('sha256', secret, '', 'gorgias tokens', 32)),
      ]),
    );
  }

  encrypt(token: string, boundTo: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(
      'aes-256-gcm',
      this.#keys.get(this.#currentKeyId)!,
      nonce,
    ).setAAD(Buffer.from(boundTo));
    const ciphertext = Buffer.concat([cipher.update(token), cipher.final()]);
    return [
      VERSION,
      this.#currentKeyId,
      ...[nonce, cipher.getAuthTag(), ciphertext].map(part =>
        part.toString('base64url'),
      ),
    ].join('.');
  }

  /** Whether something was encrypted by the key that encrypts now. */
  isCurrent(encrypted: string): boolean {
    return encrypted.split('.')[1] === this.#currentKeyId;
  }

  /** @throws Error that says why it can't be read; never with a part of it. */
  decrypt(encrypted: string, boundTo: string): string {
    const [version, keyId, ...parts] = encrypted.split('.');
    const [nonce, tag, ciphertext] = parts.map(part =>
      Buffer.from(part, 'base64url'),
    );
    if (version !== VERSION || parts.length !== 3) {
      throw new Error('A stored token is in a format that is not known');
    }
    const key = this.#keys.get(keyId);
    if (!key) {
      throw new Error(
        `A stored token is encrypted by key ${keyId}, which is not in gorgias.encryption.keys; put the key back or connect again`,
      );
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(ciphertext),
        decipher.final(),
      ]).toString();
    } catch {
      throw new Error(
        `A stored token can't be decrypted by key ${keyId}; its secret was changed or the database tampered with`,
      );
    }
  }
}
