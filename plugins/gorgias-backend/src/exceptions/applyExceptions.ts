import {
  CheckId,
  Message,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { AccountSubject, Outcome } from '../checks/types';
import { exceptionFacts, factThatChanged } from './exceptionFacts';
import { StoredException } from './ExceptionStore';

/** That an exception is no longer in force. */
export interface Lapse {
  exception: StoredException;
  /** In words that go on from "because". */
  because: string;
  becauseParts: Message[];
}

/**
 * Puts exceptions onto what a check says of an account. One that is approved,
 * has not ended and was given for facts that still hold makes a failing
 * outcome exempt. It never touches any other outcome: while the check passes
 * or nobody can say, there is nothing to tolerate, and the exception waits
 * until its end in case the check fails again.
 *
 * A request lapses like an exception in force, since nobody should approve
 * what is no longer so.
 *
 * @param exceptions - those of the system, in any order
 */
export function applyExceptions(
  checkId: CheckId,
  outcome: Outcome,
  subject: AccountSubject,
  exceptions: readonly StoredException[],
): { outcome: Outcome & { exceptionId?: string }; lapses: Lapse[] } {
  const own = exceptions.filter(
    exception =>
      exception.checkId === checkId &&
      exception.accountId === subject.account.id &&
      (exception.status === 'requested' || exception.status === 'approved'),
  );
  if (own.length === 0) {
    return { outcome, lapses: [] };
  }
  const facts = exceptionFacts(checkId, subject);
  const lapses: Lapse[] = [];
  const inForce: StoredException[] = [];
  for (const exception of own) {
    const because =
      endReached(exception, subject.now) ??
      factThatChanged(exception.facts, facts);
    if (because) {
      lapses.push(toLapse(exception, because));
    } else if (exception.status === 'approved') {
      inForce.push(exception);
    }
  }
  const longest = inForce.sort(byEndThenId).at(-1);
  return {
    outcome:
      longest && outcome.status === 'failing'
        ? exempt(outcome, longest)
        : outcome,
    lapses,
  };
}

/**
 * The exceptions that have ended of accounts that are not among those of the
 * system, since it stands for another Gorgias by now; nothing judges these.
 */
export function lapsesOfOthers(
  exceptions: readonly StoredException[],
  accounts: ReadonlyArray<{ id: string }>,
  now: string,
): Lapse[] {
  const judged = new Set(accounts.map(({ id }) => id));
  return exceptions
    .filter(({ accountId }) => !judged.has(accountId))
    .flatMap(exception => {
      const because = endReached(exception, now);
      return because ? [toLapse(exception, because)] : [];
    });
}

function toLapse(exception: StoredException, because: Message): Lapse {
  return {
    exception,
    because: sayInEnglish([because]),
    becauseParts: [because],
  };
}

function endReached(
  { until }: StoredException,
  now: string,
): Message | undefined {
  return until <= now
    ? message('lapse.ended', { until: { time: until } })
    : undefined;
}

function exempt(
  { ground, groundParts, ...outcome }: Outcome,
  exception: StoredException,
): Outcome & { exceptionId: string } {
  const { decidedBy, decidedAt, until, reason } = exception;
  const lead = [
    message('verdict.tolerated', {
      until: { time: until },
      by: decidedBy!,
      at: { time: decidedAt ?? exception.requestedAt },
      reason: reason.replace(/[.\s]+$/, ''),
    }),
    message('verdict.otherwise'),
  ];
  return {
    ...outcome,
    status: 'exempt',
    ground: `${sayInEnglish(lead)} ${ground}`,
    ...(groundParts && { groundParts: [...lead, ...groundParts] }),
    exceptionId: exception.id,
  };
}

function byEndThenId(a: StoredException, b: StoredException): number {
  return compare(a.until, b.until) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
