import { judgeAccessControl } from './accessControlConfigured';
import { AccessRuleSpec } from './accessRuleSpec';
import { accessValid } from './accessValid';
import {
  applyExceptions,
  Lapse,
  lapsesOfOthers,
  SubjectException,
} from './applyExceptions';
import { CheckId, Verdict } from './checks';
import { GroundedIdentity } from './identity';
import { mfaEnabled } from './mfaEnabled';
import { offboardedAccessRemoved } from './offboardedAccessRemoved';
import {
  AccountCheck,
  AccountSubject,
  CommonGround,
  Outcome,
  SignInSettings,
  SubjectAccount,
  SubjectStaffMember,
  SystemSubject,
} from './subjects';
import { userIdentified } from './userIdentified';
import { DueDays, toVerdict } from './verdict';

/** The checks that judge accounts, in the order they are shown. @public */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [
  userIdentified,
  offboardedAccessRemoved,
  mfaEnabled,
  accessValid,
];

/** Everything that is known of a system when it is judged. @public */
export interface SystemToJudge<E extends SubjectException = SubjectException> {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  owner: string | undefined;
  accounts: readonly SubjectAccount[];
  /** By account id. */
  identities: ReadonlyMap<string, GroundedIdentity>;
  signInSettings: SignInSettings;
  staff: readonly SubjectStaffMember[];
  orgRoles: readonly string[];
  /** The exceptions that are requested or approved. */
  exceptions: readonly E[];
  /** By account id. */
  lastLogIns: ReadonlyMap<string, string>;
  /** When it is judged. */
  now: string;
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

/** The subjects that the checks of accounts judge. @public */
export function accountSubjects<A extends SubjectAccount>(
  facts: Omit<SystemToJudge, 'accounts'> & { accounts: readonly A[] },
): Array<AccountSubject & { account: A }> {
  return facts.accounts.map(subjectMaker(facts, commonGround(facts)));
}

function subjectMaker(
  { identities, staff, lastLogIns }: Omit<SystemToJudge, 'accounts'>,
  { signInSettings, rule, existing, systemOwner, now }: CommonGround,
): <A extends SubjectAccount>(account: A) => AccountSubject & { account: A } {
  const staffOf = new Map(staff.map(member => [member.entityRef, member]));
  return account => {
    const identity = identities.get(account.id)!;
    return {
      account,
      identity,
      staffMember:
        identity.type === 'staff-member'
          ? staffOf.get(identity.staffRef)
          : undefined,
      lastLogInAt: lastLogIns.get(account.id) ?? null,
      signInSettings,
      rule,
      existing,
      systemOwner,
      now,
    };
  };
}

function commonGround({
  signInSettings,
  rule,
  staff,
  orgRoles,
  owner,
  now,
}: Omit<SystemToJudge, 'accounts'>): CommonGround {
  const existing = new Set(orgRoles);
  for (const { entityRef, state } of staff) {
    if (state === 'current') existing.add(entityRef);
  }
  return { signInSettings, rule, existing, systemOwner: owner, now };
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

/** What a check says, exceptions taken into account. @public */
export interface CheckOutcome {
  checkId: CheckId;
  outcome: Outcome & { exceptionId?: string };
}

/** What a check says of an account, and the exceptions that are no longer in force. @public */
export interface JudgedCheck<E extends SubjectException = SubjectException>
  extends CheckOutcome {
  lapses: Lapse<E>[];
}

/** An account, and what each check says of it. @public */
export interface JudgedSubject<
  A extends SubjectAccount = SubjectAccount,
  E extends SubjectException = SubjectException,
> {
  subject: AccountSubject & { account: A };
  /** The exceptions that are about it. */
  exceptions: readonly E[];
  checks: JudgedCheck<E>[];
}

/** Judges an account by the checks of accounts. Pure. @public */
export function judgeAccount<E extends SubjectException>(
  subject: AccountSubject,
  exceptions: readonly E[],
): JudgedCheck<E>[] {
  return judgeBy(ACCOUNT_CHECKS, subject, exceptions);
}

/** Most accounts have no exception. */
const NONE: never[] = [];

function judgeBy<E extends SubjectException>(
  by: readonly AccountCheck[],
  subject: AccountSubject,
  exceptions: readonly E[],
): JudgedCheck<E>[] {
  return by.map(({ id, judge }) => {
    const outcome = judge(subject);
    return exceptions.length === 0
      ? { checkId: id, outcome, lapses: NONE }
      : {
          checkId: id,
          ...applyExceptions(id, outcome, subject, exceptions),
        };
  });
}

/**
 * Judges every account of a system by the checks of accounts, one at a time:
 * what is not kept of the one is let go before the next. What a check says of
 * several accounts alike is the same object, which nobody may change. Pure.
 *
 * @public
 */
export function* judgeAccounts<
  A extends SubjectAccount,
  E extends SubjectException,
>(
  facts: Omit<SystemToJudge<E>, 'accounts'> & { accounts: readonly A[] },
): Generator<JudgedSubject<A, E>, void, undefined> {
  const exceptionsOf = new Map<string, E[]>();
  for (const exception of facts.exceptions) {
    const { accountId } = exception;
    exceptionsOf.set(accountId, [
      ...(exceptionsOf.get(accountId) ?? []),
      exception,
    ]);
  }
  const common = commonGround(facts);
  const checks = ACCOUNT_CHECKS.map(({ id, judge, judgeMany }) => ({
    id,
    judge: judgeMany?.(common) ?? judge,
  }));
  const toSubject = subjectMaker(facts, common);
  for (const account of facts.accounts) {
    const subject = toSubject(account);
    const exceptions = exceptionsOf.get(account.id) ?? NONE;
    yield { subject, exceptions, checks: judgeBy(checks, subject, exceptions) };
  }
}

/** What was known before, and what the times of verdicts are reckoned by. @public */
export interface VerdictTimes {
  /** The verdicts before, from which those go on whose status is the same. */
  previous: readonly SystemVerdict[];
  dueDays: DueDays;
}

/**
 * Makes verdicts of what the checks say of a system and of accounts of it,
 * which need not be all. Pure.
 *
 * @public
 */
export function toVerdicts(
  facts: SystemToJudge,
  judged: Iterable<JudgedSubject>,
  { previous, dueDays }: VerdictTimes,
): SystemVerdict[] {
  const before = byAccount(previous);
  const times = { now: facts.now, dueDays };
  const verdicts: SystemVerdict[] = [];
  const add = (accountId: string, checks: readonly CheckOutcome[]) => {
    const known = before.get(accountId) ?? NONE;
    for (const { checkId, outcome } of checks) {
      const last = known.find(verdict => verdict.checkId === checkId);
      const verdict = toVerdict(checkId, outcome, last, times);
      verdicts.push({ accountId, verdict });
    }
  };
  for (const { subject, checks } of judged) add(subject.account.id, checks);
  const outcome = judgeAccessControl(systemSubject(facts));
  add('', [{ checkId: 'access-control-configured', outcome }]);
  return verdicts;
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
  return { verdicts: toVerdicts(facts, judged, { previous, dueDays }), lapses };
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

/** The verdicts on each account. */
function byAccount(verdicts: readonly SystemVerdict[]): Map<string, Verdict[]> {
  const all = new Map<string, Verdict[]>();
  for (const { accountId, verdict } of verdicts) {
    const known = all.get(accountId);
    if (known) {
      known.push(verdict);
    } else {
      all.set(accountId, [verdict]);
    }
  }
  return all;
}
