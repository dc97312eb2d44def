import {
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from './canonical';

/** Where the chain ended at a time. @public */
export interface ChainHead {
  /** Of the last entry, 0 for none. */
  sequence: number;
  /** Of the last entry. */
  hash: string;
  /** ISO 8601 in UTC. */
  signedAt: string;
}

/** A head and who vouches for it; nobody where no key is configured. @public */
export interface SignedHead extends ChainHead {
  keyId: string | null;
  /** Ed25519, in lower-case hexadecimal. */
  signature: string | null;
}

/** A private key for Ed25519, and what it is called. @public */
export interface SigningKey {
  keyId: string;
  privateKey: KeyObject;
}

/** Reads a private key. @throws Error when it is none for Ed25519 @public */
export function readPrivateKey(pem: string): KeyObject {
  return requireEd25519(createPrivateKey(pem));
}

/** Reads a public key. @throws Error when it is none for Ed25519 @public */
export function readPublicKey(pem: string): KeyObject {
  return requireEd25519(createPublicKey(pem));
}

/** The public key of a private one, as PEM. @public */
export function publicKeyOf(privateKey: KeyObject): string {
  return String(
    createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }),
  );
}

/** @public */
export function signText(text: string | Buffer, privateKey: KeyObject): string {
  return sign(null, Buffer.from(text), privateKey).toString('hex');
}

/** Whether one of some keys has signed a text. @public */
export function isSigned(
  text: string | Buffer,
  signature: string | null,
  publicKeys: readonly KeyObject[],
): boolean {
  // Only one way to write a signature, so that no letter of it may change.
  if (!signature || !/^[0-9a-f]{128}$/.test(signature)) {
    return false;
  }
  return publicKeys.some(key =>
    verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex')),
  );
}

/** @public */
export function signHead(
  head: ChainHead,
  key: SigningKey | undefined,
): SignedHead {
  return {
    ...head,
    keyId: key?.keyId ?? null,
    signature: key
      ? signText(signedPartOf({ ...head, keyId: key.keyId }), key.privateKey)
      : null,
  };
}

/** @public */
export function isHeadSigned(
  head: SignedHead,
  publicKeys: readonly KeyObject[],
): boolean {
  return isSigned(signedPartOf(head), head.signature, publicKeys);
}

function signedPartOf({
  sequence,
  hash,
  signedAt,
  keyId,
}: ChainHead & { keyId: string | null }): string {
  return canonicalJson({
    v: 1,
    type: 'gorgias-ledger-head',
    sequence,
    hash,
    signedAt,
    keyId,
  });
}

function requireEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Error(`is a key for ${key.asymmetricKeyType}, not for Ed25519`);
  }
  return key;
}
