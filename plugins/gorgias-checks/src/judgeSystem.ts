import { judgeAccessControl } from './accessControlConfigured';
import { Lapse, lapsesOfOthers, SubjectException } from './applyExceptions';
import { CheckId, Verdict } from './checks';
import {
  AccountsToJudge,
  CheckOutcome,
  judgeAccounts,
  JudgedSubject,
} from './judgeAccounts';
import { SubjectAccount, SystemSubject } from './subjects';
import { DueDays, toVerdict } from './verdict';

/** Everything that is known of a system when it is judged. @public */
export interface SystemToJudge<E extends SubjectException = SubjectException>
  extends AccountsToJudge<SubjectAccount, E> {
  isCritical: boolean;
}

/** A verdict on an account or, with an empty id, on the system itself. @public */
export interface SystemVerdict {
  accountId: string;
  verdict: Verdict;
}

/** What judging a system came to. @public */
export interface Judgement<E extends SubjectException = SubjectException> {
  verdicts: SystemVerdict[];
  /** The exceptions that are no longer in force, and why. */
  lapses: Lapse<E>[];
}

/** The subject that the check of a system judges. @public */
export function systemSubject(facts: SystemToJudge): SystemSubject {
  return {
    ...facts,
    accountIds: facts.accounts
      .filter(({ state }) => state !== 'gone')
      .map(({ id }) => id),
    systemOwner: facts.owner,
  };
}

/** What was known before, and what the times of verdicts are reckoned by. @public */
export interface VerdictTimes {
  /** The verdicts before, from which those go on whose status is the same. */
  previous: readonly SystemVerdict[];
  dueDays: DueDays;
}

/**
 * Makes verdicts of what the checks say of a system and of accounts of it,
 * which need not be all, one at a time. Pure.
 *
 * @public
 */
export function* toVerdicts(
  facts: SystemToJudge,
  judged: Iterable<JudgedSubject>,
  { previous, dueDays }: VerdictTimes,
): Generator<SystemVerdict, void, undefined> {
  const before = byAccount(previous);
  const times = { now: facts.now, dueDays };
  const make = (accountId: string, { checkId, outcome }: CheckOutcome) => {
    const known = before.get(accountId)?.[checkId];
    const verdict = toVerdict(checkId, outcome, known, times);
    return { accountId, verdict };
  };
  for (const { subject, checks } of judged) {
    for (const check of checks) yield make(subject.account.id, check);
  }
  const outcome = judgeAccessControl(systemSubject(facts));
  yield make('', { checkId: 'access-control-configured', outcome });
}

/** Judges a system by all five checks. Pure. @public */
export function judgeSystem<E extends SubjectException>(
  facts: SystemToJudge<E>,
  previous: readonly SystemVerdict[],
  dueDays: DueDays,
): Judgement<E> {
  const { exceptions, accounts, now } = facts;
  const lapses = lapsesOfOthers(exceptions, accounts, now);
  const judged = noting(judgeAccounts(facts), lapses);
  const verdicts = [...toVerdicts(facts, judged, { previous, dueDays })];
  return { verdicts, lapses };
}

/** What was judged, while the exceptions are noted that turn out to be no longer in force. */
function* noting<E extends SubjectException>(
  judged: Iterable<JudgedSubject<SubjectAccount, E>>,
  lapsed: Lapse<E>[],
): Generator<JudgedSubject<SubjectAccount, E>> {
  for (const one of judged) {
    for (const { lapses } of one.checks) lapsed.push(...lapses);
    yield one;
  }
}

type ByCheck = Partial<Record<CheckId, Verdict>>;

/** The verdicts on each account. */
function byAccount(verdicts: readonly SystemVerdict[]): Map<string, ByCheck> {
  const all = new Map<string, ByCheck>();
  for (const { accountId, verdict } of verdicts) {
    const known = all.get(accountId);
    if (known) {
      known[verdict.checkId] = verdict;
    } else {
      all.set(accountId, { [verdict.checkId]: verdict });
    }
  }
  return all;
}
