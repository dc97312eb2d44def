import {
  AccountKind,
  AccountState,
  CheckId,
  Identity,
  VerdictCounts,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { Page } from './account';

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

/** One account as it was known at a time. @public */
export interface PopulationAccount {
  accountId: string;
  name: string | null;
  email: string | null;
  gorgiasRole: string | null;
  kind: AccountKind;
  state: Exclude<AccountState, 'gone'>;
  /** As whom; what is not known of a class is left out. */
  identity: {
    type: Identity['type'];
    staffRef?: string;
    displayName?: string;
    staffState?: 'current' | 'offboarded';
    owner?: string;
    purpose?: string;
    reviewAt?: string;
  };
  /** How the checks of accounts stood, by their ids. */
  verdicts: Partial<
    Record<
      CheckId,
      { status: VerdictStatus; since: string; exceptionId?: string }
    >
  >;
}

/** Who had access to a system at a time, from `GET .../population`, as the ledger tells it. @public */
export interface PopulationPage extends Page<PopulationAccount> {
  /** ISO 8601 in UTC. */
  at: string;
  /** When the read began that was the last complete one then, `null` before the first. */
  factsAt: string | null;
  /** How many accounts have each status as the worst of their verdicts, on all pages. */
  counts: VerdictCounts;
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

/** A system of which somebody may see evidence, from `GET /evidence/systems`. @public */
export interface EvidenceSystem {
  entityRef: string;
  title: string;
}

/** What there is of evidence about a system, from `GET .../evidence`. @public */
export interface EvidenceOverview {
  entityRef: string;
  title: string;
  /** When the ledger began to tell who has access, `null` before it did. */
  knownSince: string | null;
  /** Numbers of entries about the system by kind, most first. */
  entries: Array<{ kind: string; count: number; lastAt: string }>;
  /** The head that was signed last. */
  head: LedgerHead | null;
  /** How many entries wait for the next head. */
  unsigned: number;
  /** The exports that were made last, at most ten, newest first. */
  exports: Array<{
    at: string;
    /** User entity ref. */
    by: string;
    /** The name of the file. */
    what: string;
    /** The period, `null` for what is of a moment. */
    period: { from: string; to: string } | null;
  }>;
  /** Whether who asks may take evidence along. */
  mayExport: boolean;
}
