import fc from 'fast-check';
import { TokenCipher } from './TokenCipher';

const OLD = { id: 'old', secret: 'o'.repeat(32) };
const NEW = { id: 'new', secret: 'n'.repeat(32) };

describe('TokenCipher', () => {
  it('gives back what it was given, and never the same text twice', () => {
    const cipher = new TokenCipher([NEW]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (token, row) => {
        const encrypted = cipher.encrypt(token, row);
        expect(cipher.decrypt(encrypted, row)).toBe(token);
        expect(cipher.encrypt(token, row)).not.toBe(encrypted);
      }),
    );
  });

  it('encrypts by the first key and reads by all', () => {
    const encrypted = new TokenCipher([OLD]).encrypt('token', 'row');
    const rotated = new TokenCipher([NEW, OLD]);
    expect(rotated.decrypt(encrypted, 'row')).toBe('token');
    expect(rotated.encrypt('token', 'row')).toMatch(/^v1\.new\./);
    expect(() => new TokenCipher([NEW]).decrypt(encrypted, 'row')).toThrow(
      /key old, which is not in gorgias.encryption.keys/,
    );
  });

  it('refuses what was changed or moved, without telling any of it', () => {
    const cipher = new TokenCipher([NEW]);
    const encrypted = cipher.encrypt('very-secret-token', 'row 1');
    expect(() => cipher.decrypt(encrypted, 'row 2')).toThrow(/can't be/);
    const read = (text: string) => {
      try {
        return cipher.decrypt(text, 'row 1');
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(fc.nat(encrypted.length - 1), fc.base64String(), (at, to) => {
        const changed =
          encrypted.slice(0, at) + (to[0] ?? '') + encrypted.slice(at + 1);
        // The last character of a part has bits that decode to nothing.
        expect(read(changed)).toMatch(/^very-secret-token$|^Error: A stored/);
      }),
    );
  });

  it('refuses a shortened authentication tag', () => {
    const cipher = new TokenCipher([NEW]);
    const [version, key, nonce, tag, text] = cipher
      .encrypt('token', 'row')
      .split('.');
    const short = Buffer.from(tag, 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(() =>
      cipher.decrypt([version, key, nonce, short, text].join('.'), 'row'),
    ).toThrow(/can't be decrypted/);
  });
});
