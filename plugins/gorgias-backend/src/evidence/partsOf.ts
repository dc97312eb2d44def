/** So many accounts fit into one entry. */
const PART_SIZE = 200;

/** Accounts in parts that fit into entries: at least one part, of nobody if need be. */
export function partsOf<T>(accounts: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (
    let start = 0;
    start === 0 || start < accounts.length;
    start += PART_SIZE
  ) {
    parts.push(accounts.slice(start, start + PART_SIZE));
  }
  return parts;
}
