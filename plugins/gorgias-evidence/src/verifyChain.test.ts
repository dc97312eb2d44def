import { generateKeyPairSync, KeyObject } from 'node:crypto';
import * as fc from 'fast-check';
import { JsonObject } from './canonical';
import {
  bodyHashOf,
  ChainedEntry,
  contentHashOf,
  entryHashOf,
  LedgerEntry,
  NO_HASH,
  scopeOf,
  withoutContent,
} from './entry';
import { signHead, SignedHead } from './head';
import { ChainProblem, verifyChain } from './verifyChain';

const SYSTEM = 'resource:default/gorgias';
const keys = generateKeyPairSync('ed25519');
const KEY = { keyId: 'k1', privateKey: keys.privateKey };
const LENGTH = 12;

/** A chain with a head after each third entry. */
function makeChain(): { entries: ChainedEntry[]; heads: SignedHead[] } {
  const entries: ChainedEntry[] = [];
  const heads: SignedHead[] = [];
  let previousHash = NO_HASH;
  for (let sequence = 1; sequence <= LENGTH; sequence += 1) {
    const body: JsonObject = {
      nonce: String(sequence),
      what: `No ${sequence}`,
    };
    const content = {
      id: `id-${sequence}`,
      at: `2026-12-01T00:00:${String(sequence).padStart(2, '0')}.000Z`,
      kind: 'verdict',
      entityRef: SYSTEM,
      bodyHash: bodyHashOf(body),
    };
    const scope = scopeOf(SYSTEM);
    const contentHash = contentHashOf(content);
    const hash = entryHashOf({ sequence, scope, contentHash, previousHash });
    const entry: LedgerEntry = {
      ...content,
      sequence,
      scope,
      body,
      previousHash,
      hash,
    };
    // Some that do not concern whoever verifies, and some of long ago.
    if (sequence % 4 === 0) {
      entries.push(withoutContent(entry));
    } else {
      entries.push(sequence % 5 === 0 ? { ...entry, body: null } : entry);
    }
    if (sequence % 3 === 0) {
      heads.push(signHead({ sequence, hash, signedAt: content.at }, KEY));
    }
    previousHash = hash;
  }
  return { entries, heads };
}

const verify = (
  { entries, heads }: ReturnType<typeof makeChain>,
  publicKeys: KeyObject[] = [keys.publicKey],
) => verifyChain(entries, heads, publicKeys);

/** Changes one letter of a text to another. */
function changeLetter(text: string, at: number): string {
  const position = at % text.length;
  const letter = text[position] === 'a' ? 'b' : 'a';
  return text.slice(0, position) + letter + text.slice(position + 1);
}

const position = fc.integer({ min: 0, max: LENGTH - 1 });
const letterAt = fc.nat();

describe('verifyChain', () => {
  it('accepts what nobody touched', () => {
    expect(verify(makeChain())).toBeUndefined();
  });

  it('accepts a part from the middle, since a head vouches for all of it', () => {
    const { entries, heads } = makeChain();
    expect(
      verify({
        entries: entries.slice(4),
        heads: heads.filter(({ sequence }) => sequence > 4),
      }),
    ).toBeUndefined();
  });

  it('finds a change of any field of any entry, and where it is', () => {
    fc.assert(
      fc.property(position, fc.nat(), letterAt, (index, field, at) => {
        const chain = makeChain();
        const entry: any = chain.entries[index];
        const names = Object.keys(entry).filter(name => entry[name] !== null);
        const name = names[field % names.length];
        if (name === 'body') {
          entry.body.what = changeLetter(entry.body.what, at);
        } else if (name === 'sequence') {
          entry.sequence += 1 + (at % 5);
        } else {
          entry[name] = changeLetter(entry[name], at);
        }
        const problem = verify(chain) as ChainProblem;
        expect(problem).toBeDefined();
        expect([index + 1, entry.sequence]).toContain(problem.sequence);
      }),
    );
  });

  it('finds an entry that is missing', () => {
    fc.assert(
      fc.property(position, index => {
        const chain = makeChain();
        chain.entries.splice(index, 1);
        // The first one alone could be the end of another part.
        const found = index === 0 ? undefined : Math.min(index + 2, LENGTH);
        expect(verify(chain)?.sequence).toBe(found);
      }),
    );
  });

  it('finds an entry that was added, twice there or moved', () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        fc.pre(from !== to);
        const twice = makeChain();
        twice.entries.splice(to, 0, twice.entries[from]);
        expect(verify(twice)).toBeDefined();
        const moved = makeChain();
        moved.entries.splice(to, 0, ...moved.entries.splice(from, 1));
        expect(verify(moved)!.sequence).toBeDefined();
        const swapped = makeChain();
        [swapped.entries[from], swapped.entries[to]] = [
          swapped.entries[to],
          swapped.entries[from],
        ];
        // At the first place that is wrong, named by who should or does stand there.
        const first = Math.min(from, to) + 1;
        const last = Math.max(from, to) + 1;
        const { sequence } = verify(swapped)!;
        expect([first, first + 1, last]).toContain(sequence);
      }),
    );
  });

  it('finds an entry that was changed with all of its hashes made anew', () => {
    fc.assert(
      fc.property(position, index => {
        const chain = makeChain();
        let previousHash = chain.entries[index].previousHash;
        for (const entry of chain.entries.slice(index) as any[]) {
          if (entry.sequence === index + 1) entry.scope = scopeOf('other');
          entry.previousHash = previousHash;
          entry.hash = entryHashOf({
            ...entry,
            contentHash: entry.contentHash ?? contentHashOf(entry),
          });
          previousHash = entry.hash;
        }
        // Found at the first head after it.
        expect(verify(chain)).toMatchObject({
          sequence: Math.ceil((index + 1) / 3) * 3,
          reason: expect.stringContaining('vouches'),
        });
      }),
    );
  });

  it('finds a head that was changed, or signed by another key', () => {
    const other = generateKeyPairSync('ed25519');
    fc.assert(
      fc.property(
        fc.nat({ max: LENGTH / 3 - 1 }),
        fc.constantFrom('hash', 'signedAt', 'keyId', 'signature', 'key'),
        letterAt,
        (index, field, at) => {
          const chain = makeChain();
          const head: any = chain.heads[index];
          if (field === 'key') {
            Object.assign(
              head,
              signHead(head, { ...KEY, privateKey: other.privateKey }),
            );
          } else {
            head[field] = changeLetter(head[field], at);
          }
          expect(verify(chain)?.sequence).toBe(head.sequence);
        },
      ),
    );
    expect(verify(makeChain(), [other.publicKey])?.sequence).toBe(3);
    expect(verify(makeChain(), [])?.sequence).toBe(3);
  });

  it('does not vouch for more than was signed', () => {
    const { entries, heads } = makeChain();
    expect(verify({ entries, heads: heads.slice(0, -1) })).toEqual({
      sequence: 10,
      reason: 'no signed head vouches for it',
    });
    expect(verify({ entries: [], heads })?.sequence).toBe(1);
  });
});
