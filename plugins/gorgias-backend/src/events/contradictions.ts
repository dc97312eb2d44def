import { Contradiction } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { AccountEvent } from './EventStore';

/**
 * Finds what Gorgias' event log and its list of users disagree about: only
 * events that were known before the list was read, so that by all accounts
 * the list should show them. By the order in which we heard, no clock of
 * Gorgias has to agree with ours.
 *
 * @param events - oldest first
 * @param readAt - when the last complete read began
 * @returns newest first, one an account
 */
export function findContradictions(
  events: readonly AccountEvent[],
  accounts: readonly Account[],
  readAt: string | null,
): Contradiction[] {
  if (readAt === null) {
    return [];
  }
  const accountOf = new Map(accounts.map(account => [account.id, account]));
  const lastOf = new Map<string, AccountEvent>();
  for (const event of events) {
    if (event.accountId !== null && event.seenAt <= readAt) {
      lastOf.set(event.accountId, event);
    }
  }
  return [...lastOf]
    .flatMap(([accountId, event]) => {
      const text = contradiction(event, accountOf.get(accountId));
      return text
        ? [{ accountId, eventType: event.type, eventAt: event.at, text }]
        : [];
    })
    .reverse();
}

/** In which way the last event of an account and the list read after it disagree. */
function contradiction(
  { type }: AccountEvent,
  account: Account | undefined,
): string | undefined {
  const present = account !== undefined && account.state !== 'gone';
  const who = account?.name ?? account?.email ?? 'a user';
  if (type === 'user-deleted') {
    return present
      ? `Gorgias' event log says that ${who} was deleted, and its list of users, read later, still has the account.`
      : undefined;
  }
  if (!present) {
    return `Gorgias' event log tells of ${who} (${type}), and its list of users, read later, does not have the account.`;
  }
  return type === 'user-logged-in' && account.state === 'deactivated'
    ? `Gorgias' event log says that ${who} logged in last, and its list of users, read later, has the account as deactivated.`
    : undefined;
}
