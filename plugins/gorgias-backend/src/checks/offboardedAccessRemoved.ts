import { Identity } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import {
  removedAt,
  secondsToRemove,
  wasUsedAfterLeaving,
} from '../offboarding/leaving';
import { StaffMember } from '../staff/staffMember';
import { responsibleFor } from './responsible';
import { AccountCheck, AccountSubject, Outcome } from './types';

/**
 * Gorgias access should be removed for offboarded user: people who left have
 * no active account.
 *
 * It goes by what Gorgias tells. That an admin says that access was removed
 * changes nothing while Gorgias says that the account is active; it is shown
 * among the people who left.
 */
export const offboardedAccessRemoved: AccountCheck = {
  id: 'offboarded-access-removed',
  judge(subject) {
    const { account, identity, staffMember } = subject;
    if (!staffMember) {
      return judgeNobody(account, identity);
    }
    if (staffMember.state === 'offboarded') {
      return account.state === 'active'
        ? judgeActive(subject, staffMember)
        : judgeRemoved(subject, staffMember);
    }
    const facts = {
      staffMember: staffMember.entityRef,
      staffState: staffMember.state,
      accountState: account.state,
    };
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
  },
};

function judgeNobody(account: Account, identity: Identity): Outcome {
  const facts = {
    accountState: account.state,
    kind: account.kind,
    identity: identity.type,
  };
  const notApplicable = (ground: string): Outcome => ({
    status: 'not-applicable',
    ground,
    facts,
  });
  if (account.state !== 'active') {
    return notApplicable('The account is not active.');
  }
  if (identity.type === 'service-account') {
    return notApplicable(
      `The account is a machine's, which can't leave; ${identity.owner} answers for it.`,
    );
  }
  if (identity.type === 'external') {
    return notApplicable(
      `The account is of somebody from outside, whose leaving nobody tells here; ${identity.owner} answers for it.`,
    );
  }
  if (account.kind === 'bot') {
    return notApplicable('The account is a bot, not a person who could leave.');
  }
  return {
    status: 'unknown',
    ground:
      'Nobody knows whose account this is, so it may be of somebody who left.',
    remedy: 'Identify the user first.',
    facts,
  };
}

function judgeActive(
  subject: AccountSubject,
  staffMember: StaffMember,
): Outcome {
  const { lastLogInAt } = subject;
  const wasUsed = wasUsedAfterLeaving(staffMember.offboardedAt, lastLogInAt);
  return {
    status: 'failing',
    ground: `${
      wasUsed ? `Logged in on ${day(lastLogInAt)}, after leaving: ` : ''
    }${staffMember.displayName} ${left(
      staffMember,
    )}, and the account is still active.`,
    remedy: `Delete or deactivate the account in Gorgias, under Settings > Users${
      wasUsed ? ', and look into what was done with it' : ''
    }.`,
    facts: factsOf(subject, staffMember),
    owner: responsibleFor(subject),
  };
}

function judgeRemoved(
  subject: AccountSubject,
  staffMember: StaffMember,
): Outcome {
  const { account, lastLogInAt } = subject;
  const { displayName, offboardedAt } = staffMember;
  const removed = removedAt(account);
  const took = secondsToRemove(offboardedAt, removed);
  return {
    status: 'passing',
    ground: `${displayName} ${left(staffMember)}, and access was removed${
      took === null ? '' : ` ${describeSeconds(took)}`
    }.${
      wasUsedAfterLeaving(offboardedAt, lastLogInAt)
        ? ` Before that the account was logged in to, on ${day(lastLogInAt)}.`
        : ''
    }`,
    facts: {
      ...factsOf(subject, staffMember),
      removedAt: removed,
      removalTookSeconds: took,
    },
  };
}

function factsOf(
  { account, lastLogInAt }: AccountSubject,
  staffMember: StaffMember,
) {
  return {
    staffMember: staffMember.entityRef,
    staffState: staffMember.state,
    offboardedAt: staffMember.offboardedAt,
    offboardedKnownBy: staffMember.offboardedGround,
    accountState: account.state,
    usedAfterLeaving: wasUsedAfterLeaving(
      staffMember.offboardedAt,
      lastLogInAt,
    ),
    lastLogInAt,
  };
}

function left({ offboardedAt, offboardedGround }: StaffMember): string {
  const on = offboardedAt ? ` on ${day(offboardedAt)}` : '';
  const since = offboardedAt ? ` since ${day(offboardedAt)}` : '';
  switch (offboardedGround) {
    case 'vanished':
      return `is no longer in the catalog${since}`;
    case 'orphaned':
      return `is an orphan in the catalog${since}, which nothing brings in any more`;
    case 'manual':
      return `left the organisation${on}, as an admin says`;
    default:
      return `left the organisation${on}`;
  }
}

function day(time: string | null): string {
  return String(time).slice(0, 10);
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
