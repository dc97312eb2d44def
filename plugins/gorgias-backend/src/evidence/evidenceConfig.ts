import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readPrivateKey, SigningKey } from 'backstage-plugin-gorgias-evidence';
import { readSeconds } from '../readSeconds';

/** The configuration under `gorgias.evidence`. */
export interface EvidenceConfig {
  /** `undefined`: heads are not signed. */
  key: SigningKey | undefined;
  /** How often a head is signed. */
  headIntervalSeconds: number;
  /** How long the bodies of entries are kept; `undefined`: for ever. */
  retentionSeconds: number | undefined;
}

/**
 * Reads and checks the configuration under `gorgias.evidence`.
 *
 * @throws InputError with one line; never with a value, it may be secret
 */
export function readEvidenceConfig(config: Config): EvidenceConfig {
  return {
    key: readKey(config),
    headIntervalSeconds:
      readSeconds(config, 'evidence.headInterval', 60) ?? 60 * 60,
    retentionSeconds: readSeconds(config, 'evidence.retention', 24 * 60 * 60),
  };
}

function readKey(config: Config): SigningKey | undefined {
  if (!config.has('evidence.signing')) {
    return undefined;
  }
  const keyId = config.getOptionalString('evidence.signing.keyId') ?? '';
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(keyId)) {
    throw invalid(
      'evidence.signing.keyId is missing or wrong; name the key with letters, digits, "-" and "_", at most 40',
    );
  }
  const pem = config.getOptionalString('evidence.signing.privateKey');
  if (!pem) {
    throw invalid(
      'evidence.signing.privateKey is missing; enter a private key for Ed25519, or leave gorgias.evidence.signing out to sign nothing',
    );
  }
  try {
    return { keyId, privateKey: readPrivateKey(pem) };
  } catch {
    // The reason could repeat a part of the key.
    throw invalid(
      'evidence.signing.privateKey is no private key for Ed25519 in PEM (PKCS8); make one with: openssl genpkey -algorithm ed25519',
    );
  }
}

function invalid(problem: string): InputError {
  return new InputError(`Invalid configuration: gorgias.${problem}`);
}
