import { KeyObject } from 'node:crypto';
import {
  bodyHashOf,
  ChainedEntry,
  contentHashOf,
  entryHashOf,
  isDisclosed,
  NO_HASH,
} from './entry';
import { isHeadSigned, SignedHead } from './head';

/** What is wrong with a chain, and where it begins to be. @public */
export interface ChainProblem {
  sequence: number;
  reason: string;
}

/** Checks a chain entry by entry, so that a long one need not be in memory. @public */
export class ChainVerifier {
  readonly #heads: ReadonlyMap<number, SignedHead[]>;
  readonly #isSigned: (head: SignedHead) => boolean;
  #last: { sequence: number; hash: string } | undefined;
  #covered: number | undefined;

  /** @param isSigned - whether somebody who is trusted signed a head */
  constructor(
    heads: readonly SignedHead[],
    isSigned: (head: SignedHead) => boolean,
  ) {
    const bySequence = new Map<number, SignedHead[]>();
    for (const head of heads) {
      bySequence.set(head.sequence, [
        ...(bySequence.get(head.sequence) ?? []),
        head,
      ]);
    }
    this.#heads = bySequence;
    this.#isSigned = isSigned;
  }

  /** Of the last entry that was added. */
  get last(): { sequence: number; hash: string } | undefined {
    return this.#last;
  }

  /** @returns what is wrong with the next entry, if anything */
  add(entry: ChainedEntry): ChainProblem | undefined {
    const reason =
      this.#misplaced(entry) ?? altered(entry) ?? this.#disowned(entry);
    this.#last = { sequence: entry.sequence, hash: entry.hash };
    return reason === undefined
      ? undefined
      : { sequence: entry.sequence, reason };
  }

  /** @returns what is wrong with where the chain ends, if anything */
  end(): ChainProblem | undefined {
    const last = this.#last;
    if (!last) {
      return { sequence: 1, reason: 'there is no entry at all' };
    }
    const later = [...this.#heads.keys()].filter(
      sequence => sequence > last.sequence,
    );
    if (later.length > 0) {
      return {
        sequence: last.sequence + 1,
        reason: 'is missing: a signed head tells of it',
      };
    }
    return this.#covered === last.sequence
      ? undefined
      : {
          sequence: (this.#covered ?? 0) + 1,
          reason: 'no signed head vouches for it',
        };
  }

  #misplaced(entry: ChainedEntry): string | undefined {
    if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 1) {
      return 'its sequence is no whole number from 1 on';
    }
    const last = this.#last;
    if (last && entry.sequence !== last.sequence + 1) {
      return `stands where ${last.sequence + 1} has to be`;
    }
    if (last && entry.previousHash !== last.hash) {
      return 'does not follow from the entry before it';
    }
    if (entry.sequence === 1 && entry.previousHash !== NO_HASH) {
      return 'is the first and yet follows from another';
    }
    return undefined;
  }

  #disowned(entry: ChainedEntry): string | undefined {
    for (const head of this.#heads.get(entry.sequence) ?? []) {
      if (head.hash !== entry.hash) {
        return `is not the entry that the head of ${head.signedAt} vouches for`;
      }
      if (!this.#isSigned(head)) {
        return `the head of ${head.signedAt} is not signed by a key that is trusted`;
      }
      this.#covered = entry.sequence;
    }
    return undefined;
  }
}

/**
 * Proves that entries are those the signed heads vouch for, in their order and
 * without a gap, up to the last.
 *
 * @returns what is wrong first, `undefined` when nothing is
 * @public
 */
export function verifyChain(
  entries: Iterable<ChainedEntry>,
  heads: readonly SignedHead[],
  publicKeys: readonly KeyObject[],
): ChainProblem | undefined {
  const verifier = new ChainVerifier(heads, head =>
    isHeadSigned(head, publicKeys),
  );
  for (const entry of entries) {
    const problem = verifier.add(entry);
    if (problem) {
      return problem;
    }
  }
  return verifier.end();
}

function altered(entry: ChainedEntry): string | undefined {
  if (isDisclosed(entry)) {
    if (entry.body !== null && bodyHashOf(entry.body) !== entry.bodyHash) {
      return 'its body was changed';
    }
  }
  const contentHash = isDisclosed(entry)
    ? contentHashOf(entry)
    : entry.contentHash;
  return entryHashOf({ ...entry, contentHash }) === entry.hash
    ? undefined
    : 'it was changed';
}
