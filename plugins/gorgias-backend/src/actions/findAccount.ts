import { InputError, NotFoundError } from '@backstage/errors';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { AccountService, Viewer } from '../accounts/AccountService';

/** So many are looked through for the one that fits exactly. */
const MOST_FOUND = 100;
/** So many are named when several fit. */
const MOST_NAMED = 5;

/**
 * The one account that somebody means, among those that they may see.
 *
 * @param meant - its id, or words found in its name or e-mail address
 * @throws NotFoundError, or InputError when it may be several
 */
export async function findAccount(
  meant: string,
  accounts: AccountService,
  { entityRef, viewer }: { entityRef: string; viewer: Viewer },
): Promise<AccountRow> {
  const search = meant.trim();
  if (/^\d+$/.test(search)) {
    return accounts.get(entityRef, search, viewer);
  }
  const { items, totalItems } = await accounts.list(
    entityRef,
    { filter: { search }, order: {} },
    viewer,
    { limit: MOST_FOUND },
  );
  const exact = items.filter(row => isCalled(row, search));
  const [found, ...others] = exact.length > 0 ? exact : items;
  if (!found) {
    throw new NotFoundError(
      `account: you see no account of ${entityRef} that "${search}" is found in`,
    );
  }
  if (others.length > 0) {
    const named = items
      .slice(0, MOST_NAMED)
      .map(({ id, name, email }) => `${id} (${name ?? email ?? 'no name'})`);
    throw new InputError(
      `account: "${search}" is found in ${totalItems} accounts; give the id of one, such as ${named.join(
        ', ',
      )}`,
    );
  }
  return found;
}

function isCalled({ name, email }: AccountRow, words: string): boolean {
  return [name, email].some(
    called => called?.toLowerCase() === words.toLowerCase(),
  );
}
