import { KeyObject } from 'node:crypto';
import { BundleManifest } from './bundle';
import { DerivedFiles, EvidenceReplay } from './EvidenceReplay';
import { isHeadSigned, SignedHead } from './head';
import { Note, readLines } from './lines';
import { sayOfLedger, sayOfVerdicts } from './statements';
import { VerdictVerifier } from './VerdictVerifier';
import { BundleReport } from './verifyBundle';
import { entryNumber, verifyExtent, verifyLedger } from './verifyLedger';

/**
 * Verifies that the files of a bundle fit together, and says what that proves.
 *
 * @param content - all files but the ledger
 * @param ledger - which may be long, so that it is read as it comes
 */
export async function verifyContents(
  manifest: BundleManifest,
  content: ReadonlyMap<string, Buffer>,
  ledger: AsyncIterable<Buffer>,
  publicKeys: readonly KeyObject[],
  report: BundleReport,
): Promise<void> {
  const problem: Note = (where, reason) =>
    report.problems.push({ where, reason });
  const heads = await readHeads(content, problem);
  const signed = new Set(heads.filter(head => isHeadSigned(head, publicKeys)));
  verifyHeads(heads, signed, problem);
  const replay = new EvidenceReplay(manifest);
  const verdicts = new VerdictVerifier(
    manifest.system.entityRef,
    (sequence, reason) => problem(entryNumber(sequence), reason),
  );
  const followers = [replay, verdicts];
  const seen = await verifyLedger(
    ledger,
    heads,
    head => signed.has(head),
    followers,
    problem,
  );
  verifyExtent(manifest, seen, heads, problem);
  verifyWithheld(seen.withheld, replay, problem);
  verifyDerived(replay.files(), content, problem);
  for (const { sequence, reason } of replay.problems()) {
    problem(entryNumber(sequence), reason);
  }
  if (replay.lastInPeriod !== manifest.ledger.through) {
    problem(
      'manifest.json',
      `says that the period goes through entry ${manifest.ledger.through}, and by the ledger it goes through ${replay.lastInPeriod}`,
    );
  }
  if (replay.knowsPopulation !== manifest.populationKnown) {
    problem(
      'manifest.json',
      'does not say what the ledger does of whether it is known who had access',
    );
  }
  sayOfLedger(manifest, seen, report);
  sayOfVerdicts(verdicts, verdicts.end(manifest.period.to), report);
}

async function readHeads(
  content: ReadonlyMap<string, Buffer>,
  problem: Note,
): Promise<SignedHead[]> {
  const name = 'heads.jsonl';
  const heads: SignedHead[] = [];
  const parts = async function* parts() {
    yield content.get(name) ?? Buffer.alloc(0);
  };
  await readLines<SignedHead>(name, parts(), head => heads.push(head), problem);
  return heads;
}

function verifyHeads(
  heads: SignedHead[],
  signed: ReadonlySet<SignedHead>,
  problem: Note,
): void {
  heads.forEach((head, index) => {
    const where = `heads.jsonl, line ${index + 1}`;
    const before = heads[index - 1];
    if (!signed.has(head)) {
      problem(where, 'is not signed by one of the given keys');
    }
    if (
      before &&
      (head.sequence < before.sequence || head.signedAt < before.signedAt)
    ) {
      problem(where, 'is older than the head before it');
    }
  });
}

function verifyWithheld(
  withheld: ReadonlyMap<string, number>,
  replay: EvidenceReplay,
  problem: Note,
): void {
  for (const scope of replay.scopes()) {
    const sequence = withheld.get(scope);
    if (sequence !== undefined) {
      problem(
        entryNumber(sequence),
        'is about this system or somebody with an account, and only its hash is there',
      );
    }
  }
}

function verifyDerived(
  expected: DerivedFiles,
  content: ReadonlyMap<string, Buffer>,
  problem: Note,
): void {
  for (const [name, text] of Object.entries(expected)) {
    const file = content.get(name);
    if (file && !file.equals(Buffer.from(text))) {
      const line = firstDifference(file.toString(), text);
      problem(`${name}, line ${line}`, 'does not follow from the ledger');
    }
  }
}

function firstDifference(is: string, has: string): number {
  const [left, right] = [is.split('\n'), has.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return (index === -1 ? left.length : index) + 1;
}
