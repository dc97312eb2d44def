import { Account, AccountFacts, toAccountFacts } from '../accounts/account';
import { GorgiasClient } from '../gorgias/GorgiasClient';

/**
 * Asks for every account that a read no longer has, one by one: Gorgias may
 * leave deactivated users out of its list, and a list that shifts while it is
 * read may lose somebody. Only who is in neither answer is gone.
 *
 * @returns what was read, with those who are there after all
 * @throws GorgiasError
 */
export async function confirmGone(
  client: GorgiasClient,
  known: readonly Account[],
  read: readonly AccountFacts[],
): Promise<AccountFacts[]> {
  const present = new Set(read.map(({ id }) => id));
  const found: AccountFacts[] = [];
  for (const { id, state } of known) {
    if (state !== 'gone' && !present.has(id)) {
      const user = await client.readUser(id);
      if (user) {
        found.push(toAccountFacts(user));
      }
    }
  }
  return [...read, ...found];
}
