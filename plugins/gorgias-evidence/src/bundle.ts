import { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical';
import { isSigned, SigningKey, signText } from './head';

/** The files that follow from the ledger. */
export const DERIVED_FILES = [
  'report.html',
  'population.csv',
  'exceptions.csv',
  'access-rules.json',
  'reviews.csv',
  'reviews.json',
] as const;
/** The part of the ledger, an entry a line. */
export const LEDGER = 'ledger.jsonl';
/** The files of a bundle, in their order. */
export const FILES = [
  'README.txt',
  LEDGER,
  'heads.jsonl',
  ...DERIVED_FILES,
] as const;
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig.json';

/** What a bundle is about and what it consists of. @public */
export interface BundleManifest {
  format: 'gorgias-evidence';
  version: 1;
  product: { name: string; version: string };
  system: { entityRef: string; title: string };
  period: { from: string; to: string };
  createdAt: string;
  /** User entity ref. */
  createdBy: string;
  /**
   * The part of the ledger. What counts goes through the last entry of the
   * system that happened in the period, and nothing after it; clocks of
   * replicas differ, so entries before it may say that they happened later.
   */
  ledger: { first: number; last: number; through: number };
  /** Whether the ledger says who had access at the end of the period. */
  populationKnown: boolean;
  /** The key that signed this, `null` when nothing is signed. */
  keyId: string | null;
  files: Array<{ name: string; size: number; sha256: string }>;
}

/** So long is what stands at the end of a bundle, as the comment of the zip. */
export const SEAL_LENGTH = 256;

/** Vouches for every byte of a bundle before it, the order of its files and their names included. */
export function makeSeal(hash: string, key: SigningKey | undefined): string {
  const seal = key
    ? canonicalJson({
        keyId: key.keyId,
        signature: signText(sealedText(hash, key.keyId), key.privateKey),
      })
    : '';
  return seal.padEnd(SEAL_LENGTH);
}

/** Whether one of some keys vouches for what has this hash, and nothing else does. */
export function isSealed(
  seal: string,
  hash: string,
  publicKeys: readonly KeyObject[],
): boolean {
  try {
    const { keyId, signature } = JSON.parse(seal);
    const expected = canonicalJson({ keyId, signature }).padEnd(SEAL_LENGTH);
    return (
      seal === expected &&
      isSigned(sealedText(hash, keyId), signature, publicKeys)
    );
  } catch {
    return false;
  }
}

/** What the signature of a manifest is made over. */
export function signedManifest(manifest: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('gorgias-evidence-manifest:1:'),
    Buffer.from(manifest),
  ]);
}

function sealedText(hash: string, keyId: string): string {
  return `gorgias-evidence-seal:1:${keyId}:${hash}`;
}
