/**
 * Where the ledger of evidence ended at a time. Whoever keeps one can tell
 * whether anything before it was changed later.
 *
 * @public
 */
export interface LedgerHead {
  /** Of the last entry, 0 for none. */
  sequence: number;
  /** SHA-256 that holds this entry and all before it in place. */
  hash: string;
  /** ISO 8601 in UTC. */
  signedAt: string;
  /** `null` where no key is configured: then nothing vouches for it. */
  keyId: string | null;
  /** Ed25519, in lower-case hexadecimal; `null` as the key id. */
  signature: string | null;
}

/** A public key that heads are or were signed with. @public */
export interface EvidenceKey {
  keyId: string;
  /** PEM. */
  publicKey: string;
  firstUsedAt: string;
}

/** Answer of `GET /evidence/public-keys`. @public */
export interface EvidenceKeysResponse {
  /** The key that signs now, `null` when nothing is signed. */
  current: string | null;
  keys: EvidenceKey[];
}
