import {
  Contradiction,
  Message,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
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
  const lastOf = new Map<string, AccountEvent>();
  for (const event of events) {
    if (event.accountId !== null && event.seenAt <= readAt) {
      lastOf.set(event.accountId, event);
    }
  }
  // Mostly few of many.
  const accountOf = new Map<string, Account>();
  for (const account of accounts) {
    if (lastOf.has(account.id)) accountOf.set(account.id, account);
  }
  return [...lastOf]
    .flatMap(([accountId, event]) => {
      const found = contradiction(event, accountOf.get(accountId));
      return found
        ? [
            {
              accountId,
              eventType: event.type,
              eventAt: event.at,
              text: sayInEnglish([found]),
              textParts: [found],
            },
          ]
        : [];
    })
    .reverse();
}

/** In which way the last event of an account and the list read after it disagree. */
function contradiction(
  { type }: AccountEvent,
  account: Account | undefined,
): Message | undefined {
  const present = account !== undefined && account.state !== 'gone';
  const name =
    account?.name ?? account?.email ?? message('contradiction.somebody');
  if (type === 'user-deleted') {
    return present ? message('contradiction.stillThere', { name }) : undefined;
  }
  if (!present) {
    return message('contradiction.notThere', { name, eventType: type });
  }
  return type === 'user-logged-in' && account.state === 'deactivated'
    ? message('contradiction.notActive', { name })
    : undefined;
}
