/** Below this two words have nothing to do with each other. */
const LEAST_SIMILARITY = 0.6;
/** What an initial is worth for the word it may stand for. */
const INITIAL = 0.7;

/** The words of a name, without accents, case and punctuation. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
}

/**
 * How similar two names are, from 0 to 1, in whatever order their words are:
 * Dice's coefficient over the words, each paired with the one it is most
 * like.
 */
export function nameSimilarity(a: string[], b: string[]): number {
  const pairs = a
    .flatMap((left, i) =>
      b.map((right, j) => ({ i, j, similarity: wordSimilarity(left, right) })),
    )
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .sort((one, other) => other.similarity - one.similarity);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  let sum = 0;
  for (const { i, j, similarity } of pairs) {
    if (!taken.a.has(i) && !taken.b.has(j)) {
      taken.a.add(i);
      taken.b.add(j);
      sum += similarity;
    }
  }
  return sum === 0 ? 0 : (2 * sum) / (a.length + b.length);
}

/** Dice's coefficient over the pairs of neighbouring letters. */
function wordSimilarity(a: string, b: string): number {
  if (a === b) {
    return 1;
  }
  if (a.length === 1 || b.length === 1) {
    return a[0] === b[0] ? INITIAL : 0;
  }
  const left = letterPairs(a);
  const right = letterPairs(b);
  const total = left.length + right.length;
  let shared = 0;
  for (const pair of left) {
    const found = right.indexOf(pair);
    if (found >= 0) {
      right.splice(found, 1);
      shared += 1;
    }
  }
  return (2 * shared) / total;
}

function letterPairs(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, index) =>
    word.slice(index, index + 2),
  );
}
