import { Identity } from './identity';
import { removedAt, secondsToRemove, wasUsedAfterLeaving } from './leaving';
import { message, Message } from './messages';
import { open, settled } from './outcomes';
import { responsibleFor } from './responsible';
import {
  SubjectAccount,
  AccountCheck,
  AccountSubject,
  Outcome,
  SubjectStaffMember,
} from './subjects';

/**
 * Gorgias access should be removed for offboarded user: people who left have
 * no active account.
 *
 * It goes by what Gorgias tells. That an admin says that access was removed
 * changes nothing while Gorgias says that the account is active; it is shown
 * among the people who left.
 *
 * @public
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
    const { displayName: name } = staffMember;
    return account.state === 'active'
      ? settled('passing', [message('offboarded.current', { name })], facts)
      : settled('not-applicable', [message('verdict.notActive')], facts);
  },
};

function judgeNobody(account: SubjectAccount, identity: Identity): Outcome {
  const facts = {
    accountState: account.state,
    kind: account.kind,
    identity: identity.type,
  };
  const notApplicable = (ground: Message) =>
    settled('not-applicable', [ground], facts);
  if (account.state !== 'active') {
    return notApplicable(message('verdict.notActive'));
  }
  if (identity.type === 'service-account') {
    return notApplicable(
      message('offboarded.machine', { owner: identity.owner }),
    );
  }
  if (identity.type === 'external') {
    return notApplicable(
      message('offboarded.outsider', { owner: identity.owner }),
    );
  }
  if (account.kind === 'bot') {
    return notApplicable(message('offboarded.bot'));
  }
  return open(
    'unknown',
    [message('offboarded.nobodyKnows')],
    message('verdict.identifyFirst'),
    facts,
  );
}

function judgeActive(
  subject: AccountSubject,
  staffMember: SubjectStaffMember,
): Outcome {
  const { lastLogInAt } = subject;
  const wasUsed = wasUsedAfterLeaving(staffMember.offboardedAt, lastLogInAt);
  return open(
    'failing',
    [
      ...(wasUsed
        ? [message('offboarded.used', { on: { day: lastLogInAt! } })]
        : []),
      message('offboarded.active', { leaving: left(staffMember) }),
    ],
    wasUsed
      ? message('offboarded.deleteAndLook')
      : message('offboarded.delete'),
    factsOf(subject, staffMember),
    responsibleFor(subject),
  );
}

function judgeRemoved(
  subject: AccountSubject,
  staffMember: SubjectStaffMember,
): Outcome {
  const { account, lastLogInAt } = subject;
  const { offboardedAt } = staffMember;
  const removed = removedAt(account);
  const took = secondsToRemove(offboardedAt, removed);
  return settled(
    'passing',
    [
      describeRemoval(left(staffMember), took),
      ...(wasUsedAfterLeaving(offboardedAt, lastLogInAt)
        ? [message('offboarded.usedBefore', { on: { day: lastLogInAt! } })]
        : []),
    ],
    {
      ...factsOf(subject, staffMember),
      removedAt: removed,
      removalTookSeconds: took,
    },
  );
}

function factsOf(
  { account, lastLogInAt }: AccountSubject,
  staffMember: SubjectStaffMember,
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

function left(member: SubjectStaffMember): Message {
  const { displayName: name, offboardedAt } = member;
  const ground = member.offboardedGround ?? 'mark';
  return offboardedAt
    ? message(`leaving.${ground}On`, { name, on: { day: offboardedAt } })
    : message(`leaving.${ground}`, { name });
}

function describeRemoval(leaving: Message, seconds: number | null): Message {
  if (seconds === null) {
    return message('offboarded.removed', { leaving });
  }
  if (seconds === 0) {
    return message('offboarded.removedByThen', { leaving });
  }
  const hours = seconds / 3600;
  if (hours < 1) {
    return message('offboarded.removedWithinHour', { leaving });
  }
  return hours < 48
    ? message('offboarded.removedAfterHours', {
        leaving,
        count: Math.round(hours),
      })
    : message('offboarded.removedAfterDays', {
        leaving,
        count: Math.round(hours / 24),
      });
}
