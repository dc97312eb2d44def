import { canonicalJson, sha256 } from 'backstage-plugin-gorgias-evidence';
import { Reading } from '../sync/Reader';

/** What the ledger keeps of a reading: enough to prove later what was read, and that it was all. */
export function readingEvidence({ readAt, accounts, proof }: Reading) {
  const inOrder = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    readAt,
    accounts: accounts.length,
    digest: sha256(canonicalJson(inOrder)),
    proof,
  };
}
