import { CheckId } from './checks';
import {
  ExceptionFacts,
  exceptionFacts,
  factThatChanged,
} from './exceptionFacts';
import { message, Message, sayInEnglish } from './messages';
import { AccountSubject, Outcome } from './subjects';

/** What of an exception decides whether it is in force, and what is said of it. @public */
export interface SubjectException {
  id: string;
  accountId: string;
  checkId: CheckId;
  status: 'requested' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
  /** What was so when it was asked for; it lapses when that changes. */
  facts: ExceptionFacts;
  /** ISO 8601 in UTC. */
  until: string;
  reason: string;
  requestedAt: string;
  decidedBy?: string;
  decidedAt?: string;
}

/** That an exception is no longer in force. @public */
export interface Lapse<E extends SubjectException = SubjectException> {
  exception: E;
  /** In words that go on from "because". */
  because: string;
  becauseParts: Message[];
}

/** Most accounts have no exception. */
const NONE: never[] = [];

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
 * @public
 */
export function applyExceptions<E extends SubjectException>(
  checkId: CheckId,
  outcome: Outcome,
  subject: AccountSubject,
  exceptions: readonly E[],
): { outcome: Outcome & { exceptionId?: string }; lapses: Lapse<E>[] } {
  if (exceptions.length === 0) {
    return { outcome, lapses: NONE };
  }
  const own = exceptions.filter(
    exception =>
      exception.checkId === checkId &&
      exception.accountId === subject.account.id &&
      (exception.status === 'requested' || exception.status === 'approved'),
  );
  if (own.length === 0) {
    return { outcome, lapses: NONE };
  }
  const facts = exceptionFacts(checkId, subject);
  const lapses: Lapse<E>[] = [];
  const inForce: E[] = [];
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
 *
 * @public
 */
export function lapsesOfOthers<E extends SubjectException>(
  exceptions: readonly E[],
  accounts: ReadonlyArray<{ id: string }>,
  now: string,
): Lapse<E>[] {
  if (exceptions.length === 0) {
    return [];
  }
  const judged = new Set(accounts.map(({ id }) => id));
  return exceptions
    .filter(({ accountId }) => !judged.has(accountId))
    .flatMap(exception => {
      const because = endReached(exception, now);
      return because ? [toLapse(exception, because)] : [];
    });
}

function toLapse<E extends SubjectException>(
  exception: E,
  because: Message,
): Lapse<E> {
  return {
    exception,
    because: sayInEnglish([because]),
    becauseParts: [because],
  };
}

function endReached(
  { until }: SubjectException,
  now: string,
): Message | undefined {
  return until <= now
    ? message('lapse.ended', { until: { time: until } })
    : undefined;
}

function exempt(
  { ground, groundParts, ...outcome }: Outcome,
  exception: SubjectException,
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

function byEndThenId(a: SubjectException, b: SubjectException): number {
  return compare(a.until, b.until) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
