import { isDeepStrictEqual } from 'node:util';
import { sha256 } from 'backstage-plugin-gorgias-evidence';
import { AccountFacts, toAccountFacts } from '../accounts/account';
import { begun } from '../begun';
import { GorgiasError, isGorgiasError } from '../gorgias/errors';
import { GorgiasClient } from '../gorgias/GorgiasClient';

/** How often a list is read from its beginning when its pages don't fit together. */
const MOST_READINGS = 3;
/** Filters may empty a page; so many of them in a row go on for ever. */
const MOST_EMPTY_PAGES = 50;

/** What shows that a list was read to its end, and in one piece. */
export interface ReadingProof {
  pages: number;
  /** How many accounts the pages had. */
  listed: number;
  /** SHA-256 of the first and the last cursor that Gorgias gave; `null` for a single page. */
  firstCursor: string | null;
  lastCursor: string | null;
  /** The pages were in the order that was asked for, each account in it once or twice the same. */
  orderHeld: true;
  /** Pages that were read twice, since somebody came, went or changed meanwhile. */
  readAgain: number;
  /** How often the list was begun; more than once when its pages did not fit together. */
  readings: number;
}

interface ReadOptions {
  /** Hears how many pages and accounts were read so far. */
  onPage(pages: number, accounts: number): Promise<void>;
  /** Tells whether nobody came, went or changed since the reading began, as far as is known. */
  isQuiet(): Promise<boolean>;
}

/** A list of accounts that is put together page by page, oldest first. */
class ConsistentList {
  readonly #accounts = new Map<string, AccountFacts>();
  #newest: string | null = null;

  get size(): number {
    return this.#accounts.size;
  }

  accounts(): AccountFacts[] {
    return [...this.#accounts.values()];
  }

  addPage(page: AccountFacts[]): void {
    for (const account of page) {
      if (
        account.createdAt &&
        this.#newest &&
        account.createdAt < this.#newest &&
        !this.#accounts.has(account.id)
      ) {
        throw inconsistent(
          `the user ${account.id} is out of the order that was asked for`,
        );
      }
      if (account.createdAt && account.createdAt > (this.#newest ?? '')) {
        this.#newest = account.createdAt;
      }
      this.#add(account);
    }
  }

  /** Adds from a page that was looked at again. */
  addMissed(page: AccountFacts[]): void {
    page.forEach(account => this.#add(account));
  }

  #add(account: AccountFacts): void {
    const seen = this.#accounts.get(account.id);
    if (seen && !isDeepStrictEqual(seen, account)) {
      throw inconsistent(`the user ${account.id} changed while being read`);
    }
    this.#accounts.set(account.id, account);
  }
}

/**
 * Reads all users of an account, to the end: either every page arrived and
 * they fit together, or this throws.
 *
 * @throws GorgiasError
 */
export async function readAccounts(
  client: GorgiasClient,
  options: ReadOptions,
): Promise<{ accounts: AccountFacts[]; proof: ReadingProof }> {
  for (let reading = 1; ; reading += 1) {
    try {
      const { accounts, proof } = await readOnce(client, options);
      return { accounts, proof: { ...proof, readings: reading } };
    } catch (error) {
      if (!isGorgiasError(error, 'inconsistent') || reading === MOST_READINGS) {
        throw error;
      }
    }
  }
}

async function readOnce(
  client: GorgiasClient,
  { onPage, isQuiet }: ReadOptions,
): Promise<{
  accounts: AccountFacts[];
  proof: Omit<ReadingProof, 'readings'>;
}> {
  const list = new ConsistentList();
  const cursors: Array<string | undefined> = [];
  let cursor: string | undefined;
  let emptyPages = 0;
  let next = readPage(client, undefined);
  do {
    const page = await next;
    emptyPages = page.accounts.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > MOST_EMPTY_PAGES) {
      throw inconsistent(
        `Gorgias sent more than ${MOST_EMPTY_PAGES} empty pages in a row, so the list has no end`,
      );
    }
    list.addPage(page.accounts);
    cursors.push(cursor);
    cursor = page.nextCursor;
    if (cursor !== undefined) {
      if (cursors.includes(cursor)) {
        throw inconsistent(
          'Gorgias sent the same cursor twice, so the list has no end',
        );
      }
      // On its way while this one is noted, since pages come one by one.
      next = begun(readPage(client, cursor));
    }
    await onPage(cursors.length, list.size);
  } while (cursor !== undefined);

  // Where a cursor is a position, whoever stood behind somebody who was
  // deleted in the meantime slipped over the seam to the page before.
  const seams =
    cursors.length > 1 && !(await isQuiet()) ? cursors.slice(0, -1) : [];
  const listed = list.size;
  for (const seam of seams) {
    list.addMissed((await readPage(client, seam)).accounts);
  }
  if (list.size === 0) {
    throw new GorgiasError(
      'bad-answer',
      'Reading the users: Gorgias listed none at all, though one of them connected it. That is not believed.',
    );
  }
  return {
    accounts: list.accounts(),
    proof: {
      pages: cursors.length,
      listed,
      firstCursor: hashOf(cursors[1]),
      lastCursor: hashOf(cursors.length > 1 ? cursors.at(-1) : undefined),
      orderHeld: true,
      readAgain: seams.length,
    },
  };
}

function hashOf(cursor: string | undefined): string | null {
  return cursor === undefined ? null : sha256(cursor);
}

async function readPage(client: GorgiasClient, cursor: string | undefined) {
  try {
    const { users, nextCursor } = await client.readUserPage(cursor);
    return { accounts: users.map(toAccountFacts), nextCursor };
  } catch (error) {
    if (cursor !== undefined && isGorgiasError(error, 'refused')) {
      throw inconsistent('Gorgias does not accept its own cursor any more');
    }
    throw error;
  }
}

function inconsistent(problem: string): GorgiasError {
  return new GorgiasError(
    'inconsistent',
    `Reading the users: ${problem}. Nothing was changed; the next sync reads the list again.`,
  );
}
