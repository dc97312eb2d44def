import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * Where the ledger of evidence ended at a time, as it is signed.
 *
 * @public
 */
export interface GorgiasLedgerHead {
  /** Of the last entry, 0 for none. */
  sequence: number;
  /** SHA-256 that holds this entry and all before it in place. */
  hash: string;
  /** ISO 8601 in UTC. */
  signedAt: string;
  /** `null` where no key is configured, as is the signature. */
  keyId: string | null;
  /** Ed25519, in lower-case hexadecimal. */
  signature: string | null;
}

/**
 * An external log, outside of the reach of whoever runs the database, that is
 * told where the ledger ends: a time-stamp authority, a write-once bucket, a
 * mailbox of the auditor. What it has nobody can rewrite unnoticed.
 *
 * @public
 */
export interface GorgiasHeadRecipient {
  /** Names it for ever; with another id it is told everything anew. At most 100 characters. */
  id: string;
  /**
   * Takes the next head. Heads come in their order, one after the other. When
   * this throws, the same head comes again later, so it may come twice.
   */
  receive(head: GorgiasLedgerHead): Promise<void>;
}

/**
 * Lets modules hear of every head of the ledger.
 *
 * @public
 */
export interface GorgiasEvidenceExtensionPoint {
  /** Adds a recipient; throws when there is one with the same id. */
  addHeadRecipient(recipient: GorgiasHeadRecipient): void;
}

/** @public */
export const gorgiasEvidenceExtensionPoint =
  createExtensionPoint<GorgiasEvidenceExtensionPoint>({
    id: 'gorgias.evidence',
  });
