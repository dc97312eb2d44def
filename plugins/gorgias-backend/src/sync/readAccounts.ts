import { isDeepStrictEqual } from 'node:util';
import { AccountFacts, toAccountFacts } from '../accounts/account';
import { GorgiasError } from '../gorgias/errors';
import { GorgiasClient } from '../gorgias/GorgiasClient';

/**
 * Reads all users of an account, to the end: either every page arrived and
 * they fit together, or this throws.
 *
 * @param onPage - hears how many pages and accounts were read so far
 * @throws GorgiasError
 */
export async function readAccounts(
  client: GorgiasClient,
  onPage: (pages: number, accounts: number) => Promise<void>,
): Promise<AccountFacts[]> {
  const accounts = new Map<string, AccountFacts>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await client.readUserPage(cursor);
    for (const account of page.users.map(toAccountFacts)) {
      const seen = accounts.get(account.id);
      if (seen && !isDeepStrictEqual(seen, account)) {
        throw new GorgiasError(
          'bad-answer',
          `Reading the users: the user ${account.id} changed while being read. The next sync reads it again.`,
        );
      }
      accounts.set(account.id, account);
    }
    pages += 1;
    await onPage(pages, accounts.size);
    cursor = page.nextCursor;
    if (cursor !== undefined && cursors.has(cursor)) {
      throw new GorgiasError(
        'bad-answer',
        'Reading the users: Gorgias sent the same cursor twice, so the list has no end.',
      );
    }
    cursors.add(cursor ?? '');
  } while (cursor !== undefined);
  if (accounts.size === 0) {
    throw new GorgiasError(
      'bad-answer',
      'Reading the users: Gorgias listed none at all, though one of them connected it. That is not believed.',
    );
  }
  return [...accounts.values()];
}
