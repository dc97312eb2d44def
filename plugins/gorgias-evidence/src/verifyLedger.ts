import { BundleManifest, LEDGER } from './bundle';
import { ChainedEntry, isDisclosed } from './entry';
import { SignedHead } from './head';
import { Note, readLines } from './lines';
import { ChainVerifier } from './verifyChain';

/** What was seen of a ledger as it went by. */
export interface SeenLedger {
  count: number;
  /** The sequence of the first entry, `undefined` when there is none. */
  first: number | undefined;
  last: number | undefined;
  /** The scopes of entries of which there are only hashes, and where first. */
  withheld: Map<string, number>;
  /** How many bodies retention has removed. */
  removed: number;
  syncRuns: number;
}

/** How an entry is named in what is said of it. */
export function entryNumber(sequence: number): string {
  return `${LEDGER}, entry ${sequence}`;
}

/**
 * Verifies the entries of a ledger one by one, so that what is in memory does
 * not grow with their number.
 *
 * @param isSigned - whether somebody who is trusted signed a head
 * @param followers - are given each entry that is where and what it has to be
 */
export async function verifyLedger(
  ledger: AsyncIterable<Buffer>,
  heads: readonly SignedHead[],
  isSigned: (head: SignedHead) => boolean,
  followers: ReadonlyArray<{ add(entry: ChainedEntry): void }>,
  problem: Note,
): Promise<SeenLedger> {
  const seen: SeenLedger = {
    ...{ count: 0, first: undefined, last: undefined },
    ...{ withheld: new Map(), removed: 0, syncRuns: 0 },
  };
  let chain: ChainVerifier | undefined;
  let isBroken = false;
  const verify = (entry: ChainedEntry) => {
    seen.count += 1;
    seen.first ??= entry.sequence;
    seen.last = entry.sequence;
    chain ??= chainFrom(entry.sequence, heads, isSigned);
    // What comes after something wrong can't be right any more.
    const wrong = isBroken ? undefined : chain.add(entry);
    if (wrong) {
      isBroken = true;
      problem(entryNumber(wrong.sequence), wrong.reason);
    }
    if (!isBroken) {
      note(seen, entry);
      followers.forEach(follower => follower.add(entry));
    }
  };

  await readLines(LEDGER, ledger, verify, problem);
  const end = (chain ?? chainFrom(1, heads, isSigned)).end();
  if (end) {
    problem(entryNumber(end.sequence), end.reason);
  }
  return seen;
}

function chainFrom(
  first: number,
  heads: readonly SignedHead[],
  isSigned: (head: SignedHead) => boolean,
): ChainVerifier {
  return new ChainVerifier(
    heads.filter(({ sequence }) => sequence >= first),
    isSigned,
  );
}

function note(seen: SeenLedger, entry: ChainedEntry): void {
  if (!isDisclosed(entry)) {
    const { scope, sequence } = entry;
    if (!seen.withheld.has(scope)) seen.withheld.set(scope, sequence);
  } else if (entry.body === null) {
    seen.removed += 1;
  } else if (entry.kind === 'sync-run') {
    seen.syncRuns += 1;
  }
}

/** Heads from before and after prove that nothing of the period is left out at the ends. */
export function verifyExtent(
  { ledger, period }: BundleManifest,
  { first, last }: SeenLedger,
  heads: SignedHead[],
  problem: Note,
): void {
  if (first !== ledger.first || last !== ledger.last) {
    problem(
      LEDGER,
      `has the entries ${first} to ${last}, and had ${ledger.first} to ${ledger.last}`,
    );
    return;
  }
  const begins =
    first === 1 ||
    heads.some(
      ({ signedAt, sequence }) =>
        signedAt <= period.from && sequence >= ledger.first - 1,
    );
  const ends = heads.some(
    ({ signedAt, sequence }) => signedAt >= period.to && sequence === last,
  );
  if (!begins || !ends) {
    problem(
      'heads.jsonl',
      `has no head that proves that nothing is left out at the ${
        begins ? 'end' : 'beginning'
      } of the period`,
    );
  }
}
