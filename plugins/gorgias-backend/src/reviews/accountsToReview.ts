import { SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from '../checks/SystemFacts';
import { CheckId, VerdictStatus } from 'backstage-plugin-gorgias-common';
import { identityOf } from '../evidence/identityOf';
import { StoredItem } from './review';

/** What is known now of an account that is or could be in a review. */
export type KnownAccount = Pick<
  StoredItem,
  | 'accountId'
  | 'name'
  | 'email'
  | 'gorgiasRole'
  | 'kind'
  | 'state'
  | 'identity'
  | 'verdicts'
  | 'lastLogInAt'
>;

/** The accounts of a system as reviewers see them. */
export function knownAccounts(
  facts: SystemFacts,
  verdicts: readonly SystemVerdict[],
): KnownAccount[] {
  const statuses = new Map<string, Partial<Record<CheckId, VerdictStatus>>>();
  for (const { accountId, verdict } of verdicts) {
    statuses.set(accountId, {
      ...statuses.get(accountId),
      [verdict.checkId]: verdict.status,
    });
  }
  return facts.accounts.map(account => ({
    accountId: account.id,
    name: account.name,
    email: account.email,
    gorgiasRole: account.gorgiasRole,
    kind: account.kind,
    state: account.state,
    identity: identityOf(
      facts.identities.get(account.id)!,
    ) as KnownAccount['identity'],
    verdicts: statuses.get(account.id) ?? {},
    lastLogInAt: facts.lastLogIns.get(account.id) ?? null,
  }));
}
