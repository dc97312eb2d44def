import {
  EvidenceKeysResponse,
  EvidenceOverview,
  LedgerHead,
  PopulationAccount,
} from 'backstage-plugin-gorgias-common';
import { GORGIAS_REF } from './fixtures';

/** The evidence of a system of which nothing was read yet. */
export function anOverview(
  changes: Partial<EvidenceOverview> = {},
): EvidenceOverview {
  return {
    entityRef: GORGIAS_REF,
    title: 'Gorgias',
    knownSince: null,
    entries: [],
    head: null,
    unsigned: 0,
    exports: [],
    mayExport: true,
    ...changes,
  };
}

export function aHead(changes: Partial<LedgerHead> = {}): LedgerHead {
  return {
    sequence: 1200,
    hash: 'ab'.repeat(32),
    signedAt: '2026-11-24T09:00:00.000Z',
    keyId: 'evidence-2026',
    signature: 'cd'.repeat(64),
    ...changes,
  };
}

/** The keys where evidence is signed. */
export const SIGNING: EvidenceKeysResponse = {
  current: 'evidence-2026',
  keys: [
    {
      keyId: 'evidence-2026',
      publicKey: '-----BEGIN PUBLIC KEY-----\n',
      firstUsedAt: '2026-01-01T09:00:00.000Z',
    },
  ],
};

export function aKnownAccount(
  changes: Partial<PopulationAccount> = {},
): PopulationAccount {
  const since = '2026-11-01T09:00:00.000Z';
  return {
    accountId: '7',
    name: 'Sam Rivers',
    email: 'sam.rivers@acme.example',
    gorgiasRole: 'agent',
    kind: 'human',
    state: 'active',
    identity: {
      type: 'staff-member',
      staffRef: 'user:default/sam.rivers',
      displayName: 'Sam Rivers',
      staffState: 'current',
    },
    verdicts: {
      'user-identified': { status: 'passing', since },
      'mfa-enabled': { status: 'failing', since },
    },
    ...changes,
  };
}
