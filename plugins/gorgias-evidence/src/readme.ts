import { BundleManifest } from './bundle';

/** What an auditor who opens a bundle reads first. */
export function readmeOf(
  manifest: Pick<
    BundleManifest,
    'system' | 'period' | 'createdAt' | 'createdBy' | 'keyId'
  >,
): string {
  const { system, period, createdAt, createdBy, keyId } = manifest;
  return [
    `Evidence of access to ${system.title} (${system.entityRef})`,
    `from ${period.from} to ${period.to}`,
    '',
    `Made at ${createdAt} for ${createdBy}.`,
    keyId
      ? `Signed with the key ${keyId}. Get its public key from somebody you trust, not from here.`
      : 'NOT SIGNED: no key was configured, so this proves nothing to somebody who does not trust the server.',
    '',
    'To verify it, on a computer that need not be online:',
    '',
    '  gorgias-verify-evidence bundle.zip --public-key key.pem',
    '',
    'Verify the file as you got it: unpacked and packed again it is another file.',
    '',
    'report.html        All of it to read and to print',
    'population.csv     Who had access at the end of the period, as whom, with which verdicts',
    'exceptions.csv     Decisions to tolerate a failing verdict that were open in the period',
    'access-rules.json  Who was allowed to have access, in each version of the rule in the period',
    'reviews.csv        Access reviews that were open or ended in the period, a line for each account',
    'reviews.json       The same, for programs',
    'ledger.jsonl       What happened, one entry a line, in a chain of hashes. Of entries that',
    '                   are about other systems or people only the hashes are there.',
    'heads.jsonl        Where the chain ended at a time, signed',
    'manifest.json      The files with their sizes and hashes',
    'manifest.sig.json  The signature of manifest.json',
    '',
    'Times are in UTC. The CSV files are in UTF-8; text that a spreadsheet would run as a formula',
    'begins with an apostrophe there.',
    '',
  ].join('\r\n');
}
