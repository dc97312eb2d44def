import { generateKeyPairSync } from 'node:crypto';

/** The configuration of a backend that signs where the ledger ends, by a new key. */
export function signingConfig() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return {
    evidence: { signing: { keyId: 'k1', privateKey: String(pem) } },
  };
}
