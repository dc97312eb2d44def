import { Account } from '../accounts/account';
import { StaffMember } from '../staff/staffMember';
import { AccountCheck } from './types';

/** Gorgias access should be removed for offboarded user: people who left have no active account. */
export const offboardedAccessRemoved: AccountCheck = {
  id: 'offboarded-access-removed',
  judge({ account, staffMember, systemOwner }) {
    if (!staffMember) {
      return judgeUnidentified(account);
    }
    const facts = {
      staffMember: staffMember.entityRef,
      staffState: staffMember.state,
      offboardedAt: staffMember.offboardedAt,
      offboardedKnownBy: staffMember.offboardedGround,
      accountState: account.state,
    };
    if (staffMember.state === 'current') {
      return account.state === 'active'
        ? {
            status: 'passing',
            ground: `${staffMember.displayName} is a current staff member.`,
            facts,
          }
        : {
            status: 'not-applicable',
            ground: 'The account is not active.',
            facts,
          };
    }
    if (account.state === 'active') {
      return {
        status: 'failing',
        ground: `${staffMember.displayName} ${left(
          staffMember,
        )}, and the account is still active.`,
        remedy: `Delete or deactivate the account in Gorgias, under Settings > Users.`,
        facts,
        owner: systemOwner,
      };
    }
    return judgeRemoved(account, staffMember, facts);
  },
};

function judgeUnidentified(account: Account) {
  const facts = { accountState: account.state, kind: account.kind };
  if (account.state !== 'active') {
    return {
      status: 'not-applicable' as const,
      ground: 'The account is not active.',
      facts,
    };
  }
  return account.kind === 'bot'
    ? {
        status: 'not-applicable' as const,
        ground: 'The account is a bot, not a person who could leave.',
        facts,
      }
    : {
        status: 'unknown' as const,
        ground:
          'Nobody knows whose account this is, so it may be of somebody who left.',
        remedy: 'Identify the user first.',
        facts,
      };
}

function judgeRemoved(
  account: Account,
  staffMember: StaffMember,
  facts: Record<string, string | null>,
) {
  const removedAt =
    account.state === 'gone' ? account.goneAt : account.deactivatedAt;
  const tookSeconds =
    removedAt && staffMember.offboardedAt
      ? Math.max(
          0,
          Math.round(
            (Date.parse(removedAt) - Date.parse(staffMember.offboardedAt)) /
              1000,
          ),
        )
      : null;
  return {
    status: 'passing' as const,
    ground: `${staffMember.displayName} ${left(
      staffMember,
    )}, and access was removed${
      tookSeconds === null ? '' : ` ${describeSeconds(tookSeconds)}`
    }.`,
    facts: { ...facts, removedAt, removalTookSeconds: tookSeconds },
  };
}

function left({ offboardedAt, offboardedGround }: StaffMember): string {
  const day = offboardedAt?.slice(0, 10);
  return offboardedGround === 'vanished'
    ? `is no longer in the catalog${day ? ` since ${day}` : ''}`
    : `left the organisation${day ? ` on ${day}` : ''}`;
}

function describeSeconds(seconds: number): string {
  if (seconds === 0) {
    return 'by then';
  }
  const hours = seconds / 3600;
  if (hours < 1) {
    return 'within an hour';
  }
  return hours < 48
    ? `${Math.round(hours)} hours later`
    : `${Math.round(hours / 24)} days later`;
}
