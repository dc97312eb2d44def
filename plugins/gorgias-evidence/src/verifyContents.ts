import { KeyObject } from 'node:crypto';
import { BundleManifest, DERIVED_FILES } from './bundle';
import { canonicalJson } from './canonical';
import { ChainedEntry, isDisclosed } from './entry';
import { DerivedFiles, EvidenceReplay } from './EvidenceReplay';
import { isHeadSigned, SignedHead } from './head';
import { VerdictVerifier } from './VerdictVerifier';
import { BundleReport } from './verifyBundle';
import { ChainVerifier } from './verifyChain';

/** Verifies that the files of a bundle fit together, and says what that proves. */
export function verifyContents(
  manifest: BundleManifest,
  content: ReadonlyMap<string, Buffer>,
  publicKeys: readonly KeyObject[],
  report: BundleReport,
): void {
  const heads = linesOf<SignedHead>('heads.jsonl', content, report);
  const entries = linesOf<ChainedEntry>('ledger.jsonl', content, report);
  verifyHeads(heads, publicKeys, report);
  const replay = new EvidenceReplay(manifest);
  const verdicts = new VerdictVerifier(
    manifest.system.entityRef,
    (sequence, reason) => problem(report, entryNumber(sequence), reason),
  );
  const seen = verifyEntries(
    entries,
    heads,
    publicKeys,
    [replay, verdicts],
    report,
  );
  verifyExtent(manifest, entries, heads, report);
  verifyWithheld(seen.withheld, replay, report);
  verifyDerived(replay.files(), content, report);
  for (const { sequence, reason } of replay.problems()) {
    problem(report, entryNumber(sequence), reason);
  }
  if (replay.knowsPopulation !== manifest.populationKnown) {
    problem(
      report,
      'manifest.json',
      'does not say what the ledger does of whether it is known who had access',
    );
  }
  say(manifest, entries.length, seen, report);
  sayOfVerdicts(verdicts, verdicts.end(manifest.period.to), report);
}

interface Seen {
  /** The scopes of entries of which there are only hashes. */
  withheld: Map<string, number>;
  /** How many bodies retention has removed. */
  removed: number;
  /** The last complete sync runs, by how many there were. */
  syncRuns: number;
}

function verifyHeads(
  heads: SignedHead[],
  publicKeys: readonly KeyObject[],
  report: BundleReport,
): void {
  heads.forEach((head, index) => {
    const where = `heads.jsonl, line ${index + 1}`;
    const before = heads[index - 1];
    if (!isHeadSigned(head, publicKeys)) {
      problem(report, where, 'is not signed by one of the given keys');
    }
    if (
      before &&
      (head.sequence < before.sequence || head.signedAt < before.signedAt)
    ) {
      problem(report, where, 'is older than the head before it');
    }
  });
}

function verifyEntries(
  entries: ChainedEntry[],
  heads: SignedHead[],
  publicKeys: readonly KeyObject[],
  followers: ReadonlyArray<{ add(entry: ChainedEntry): void }>,
  report: BundleReport,
): Seen {
  const first = entries[0]?.sequence ?? 1;
  const chain = new ChainVerifier(
    heads.filter(({ sequence }) => sequence >= first),
    publicKeys,
  );
  const seen: Seen = { withheld: new Map(), removed: 0, syncRuns: 0 };
  for (const entry of entries) {
    const wrong = chain.add(entry);
    if (wrong) {
      problem(report, entryNumber(wrong.sequence), wrong.reason);
      // What comes after it can't be right any more.
      break;
    }
    if (!isDisclosed(entry)) {
      const { scope, sequence } = entry;
      if (!seen.withheld.has(scope)) seen.withheld.set(scope, sequence);
    } else if (entry.body === null) {
      seen.removed += 1;
    } else if (entry.kind === 'sync-run') {
      seen.syncRuns += 1;
    }
    followers.forEach(follower => follower.add(entry));
  }
  const end = chain.end();
  if (end) {
    problem(report, entryNumber(end.sequence), end.reason);
  }
  return seen;
}

/** Heads from before and after prove that nothing of the period is left out at the ends. */
function verifyExtent(
  { ledger, period }: BundleManifest,
  entries: ChainedEntry[],
  heads: SignedHead[],
  report: BundleReport,
): void {
  const [first, last] = [entries[0]?.sequence, entries.at(-1)?.sequence];
  if (first !== ledger.first || last !== ledger.last) {
    problem(
      report,
      'ledger.jsonl',
      `has the entries ${first} to ${last}, and had ${ledger.first} to ${ledger.last}`,
    );
    return;
  }
  const begins =
    first === 1 ||
    heads.some(
      ({ signedAt, sequence }) =>
        signedAt <= period.from && sequence >= first - 1,
    );
  const ends = heads.some(
    ({ signedAt, sequence }) => signedAt >= period.to && sequence === last,
  );
  if (!begins || !ends) {
    problem(
      report,
      'heads.jsonl',
      `has no head that proves that nothing is left out at the ${
        begins ? 'end' : 'beginning'
      } of the period`,
    );
  }
}

function verifyWithheld(
  withheld: ReadonlyMap<string, number>,
  replay: EvidenceReplay,
  report: BundleReport,
): void {
  for (const scope of replay.scopes()) {
    const sequence = withheld.get(scope);
    if (sequence !== undefined) {
      problem(
        report,
        entryNumber(sequence),
        'is about this system or somebody with an account, and only its hash is there',
      );
    }
  }
}

function verifyDerived(
  expected: DerivedFiles,
  content: ReadonlyMap<string, Buffer>,
  report: BundleReport,
): void {
  for (const [name, text] of Object.entries(expected)) {
    const file = content.get(name);
    if (file && !file.equals(Buffer.from(text))) {
      const line = firstDifference(file.toString(), text);
      problem(
        report,
        `${name}, line ${line}`,
        'does not follow from the ledger',
      );
    }
  }
}

function firstDifference(is: string, has: string): number {
  const [left, right] = [is.split('\n'), has.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  return (index === -1 ? left.length : index) + 1;
}

function linesOf<T>(
  name: string,
  content: ReadonlyMap<string, Buffer>,
  report: BundleReport,
): T[] {
  const lines = (content.get(name) ?? Buffer.alloc(0)).toString().split('\n');
  if (lines.pop() !== '') {
    problem(report, name, 'does not end with a line');
  }
  return lines.flatMap((line, index) => {
    try {
      const value = JSON.parse(line);
      if (canonicalJson(value) === line) {
        return [value as T];
      }
    } catch {
      // Said below.
    }
    problem(report, `${name}, line ${index + 1}`, 'is not in canonical form');
    return [];
  });
}

function entryNumber(sequence: number): string {
  return `ledger.jsonl, entry ${sequence}`;
}

function problem(report: BundleReport, where: string, reason: string): void {
  report.problems.push({ where, reason });
}

function say(
  { period, populationKnown }: BundleManifest,
  length: number,
  { withheld, removed, syncRuns }: Seen,
  { proven, notProven }: BundleReport,
): void {
  proven.push(
    'Every byte of the bundle is as it was signed.',
    `The ${length} entries of the ledger are in their order, none is missing, added or changed, and signed heads vouch for all of them.`,
    `Nothing that was entered from ${period.from} to ${period.to} is left out, as far as the times of the heads are true.`,
    'No entry about this system, or about somebody who had an account, is withheld.',
    `${DERIVED_FILES.join(', ')} follow from the ledger.`,
    'What was decided in access reviews that were signed off is as it was decided, and was not altered afterwards.',
    `${syncRuns} sync runs are in it, each with the digest of what was read and the proof that the list was read to its end.`,
  );
  notProven.push(
    'That Gorgias and the catalog told the truth, or that somebody who ran the server did not enter something false at the time.',
    'That the times are right: they are those of the server. Heads that somebody else kept, such as an external log, prove that an entry is not younger than that.',
  );
  if (!populationKnown) {
    notProven.push(
      'Who had access at the end of the period: the ledger had not begun, or its bodies were removed.',
    );
  }
  if (removed > 0) {
    notProven.push(
      `What ${removed} entries said: retention has removed their bodies. That they were there, and when, is proven.`,
    );
  }
  if (withheld.size > 0) {
    notProven.push(
      'What the entries say of which only hashes are here: they are about other systems or people.',
    );
  }
}

function sayOfVerdicts(
  { judged, unjudged }: VerdictVerifier,
  overdue: number,
  { proven, notProven }: BundleReport,
): void {
  proven.push(
    `The status of each verdict follows from the facts that were entered with it: ${judged} verdicts on accounts were judged again by the checks of this program, and are what they were.`,
  );
  notProven.push(
    'How many people the access rule covers, and whether all it names exists: only what the server found of the whole organisation is entered, not everybody.',
  );
  if (unjudged > 0) {
    notProven.push(
      `That the verdicts follow from the facts in ${unjudged} cases: they were entered by a version that did not enter the facts.`,
    );
  }
  if (overdue > 0) {
    notProven.push(
      `${overdue} verdicts as of the end of the period: a date had passed by then, and the server had not judged again yet.`,
    );
  }
}
