import { wasUsedAfterLeaving } from 'backstage-plugin-gorgias-checks';
import { Override, SystemSummary } from 'backstage-plugin-gorgias-common';
import { LeaverAccount } from '../accounts/JudgedAccountStore';

/**
 * How many people who left still have an active account, and how many used
 * one since: what the list of them would show, without making it.
 *
 * @param accounts - those that are active or were used since
 * @param revocations - what admins say was removed, by the person's entity ref
 */
export function countOffboarded(
  accounts: readonly LeaverAccount[],
  revocations: ReadonlyMap<string, Override>,
): SystemSummary['offboarded'] {
  const people = (of: LeaverAccount[]) =>
    new Set(of.map(({ staffRef }) => staffRef)).size;
  const isRevoked = ({ staffRef, offboardedAt }: LeaverAccount) =>
    (revocations.get(staffRef)?.at ?? '') >= (offboardedAt ?? '') &&
    revocations.has(staffRef);
  return {
    active: people(
      accounts.filter(
        account => account.state === 'active' && !isRevoked(account),
      ),
    ),
    usedAfterLeaving: people(
      accounts.filter(({ offboardedAt, lastLogInAt }) =>
        wasUsedAfterLeaving(offboardedAt, lastLogInAt),
      ),
    ),
  };
}
