import { difference } from '../history/difference';
import { Change } from '../history/HistoryStore';
import { Account } from './account';

const NOTED = [
  'state',
  'kind',
  'email',
  'name',
  'gorgiasRole',
  'ownTwoFactor',
  'hasPassword',
  'sso',
  'deactivatedAt',
  'goneAt',
] as const;

/** What a complete read changed of the accounts of a system, for the history. */
export function accountChanges(
  before: readonly Account[],
  after: readonly Account[],
  { entityRef, at }: { entityRef: string; at: string },
): Change[] {
  const known = new Map(before.map(account => [account.id, account]));
  return after.flatMap(account => {
    const changed = difference(known.get(account.id), account, NOTED);
    return changed
      ? [
          {
            entityRef,
            at,
            kind: 'account' as const,
            accountId: account.id,
            ...changed,
          },
        ]
      : [];
  });
}
