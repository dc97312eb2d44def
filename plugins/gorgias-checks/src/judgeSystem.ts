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
  const staffOf = new Map(
    facts.staff.map(member => [member.entityRef, member]),
  );
  const existing = new Set([
    ...facts.staff
      .filter(({ state }) => state === 'current')
      .map(({ entityRef }) => entityRef),
    ...facts.orgRoles,
  ]);
  return facts.accounts.map(account => {
    const identity = facts.identities.get(account.id)!;
    return {
      account,
      identity,
      staffMember:
        identity.type === 'staff-member'
          ? staffOf.get(identity.staffRef)
          : undefined,
      signInSettings: facts.signInSettings,
      rule: facts.rule,
      existing,
      lastLogInAt: facts.lastLogIns.get(account.id) ?? null,
      systemOwner: facts.owner,
      now: facts.now,
    };
  });
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

/** What a check says of an account, exceptions taken into account. @public */
export interface JudgedCheck<E extends SubjectException = SubjectException> {
  checkId: CheckId;
  outcome: Outcome & { exceptionId?: string };
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
  return ACCOUNT_CHECKS.map(({ id, judge }) => {
    const { outcome, lapses } = applyExceptions(
      id,
      judge(subject),
      subject,
      exceptions,
    );
    return { checkId: id, outcome, lapses };
  });
}

/**
 * Judges every account of a system by the checks of accounts, one at a time:
 * what is not kept of the one is let go before the next. Pure.
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
  const none: E[] = [];
  for (const subject of accountSubjects(facts)) {
    const exceptions = exceptionsOf.get(subject.account.id) ?? none;
    yield { subject, exceptions, checks: judgeAccount(subject, exceptions) };
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
  judged: readonly JudgedSubject[],
  { previous, dueDays }: VerdictTimes,
): SystemVerdict[] {
  const before = byAccount(previous);
  const { now } = facts;
  const keep = (
    accountId: string,
    checkId: CheckId,
    outcome: JudgedCheck['outcome'],
  ): SystemVerdict => ({
    accountId,
    verdict: toVerdict(checkId, outcome, before.get(accountId)?.[checkId], {
      now,
      dueDays,
    }),
  });
  const verdicts: SystemVerdict[] = [];
  for (const { subject, checks } of judged) {
    for (const { checkId, outcome } of checks) {
      verdicts.push(keep(subject.account.id, checkId, outcome));
    }
  }
  verdicts.push(
    keep(
      '',
      'access-control-configured',
      judgeAccessControl(systemSubject(facts)),
    ),
  );
  return verdicts;
}

/** The exceptions of a system that are no longer in force, and why. @public */
export function lapsesOf<E extends SubjectException>(
  { exceptions, accounts, now }: SystemToJudge<E>,
  judged: readonly JudgedSubject<SubjectAccount, E>[],
): Lapse<E>[] {
  return [
    ...lapsesOfOthers(exceptions, accounts, now),
    ...judged.flatMap(({ checks }) => checks.flatMap(({ lapses }) => lapses)),
  ];
}

/** Judges a system by all five checks. Pure. @public */
export function judgeSystem<E extends SubjectException>(
  facts: SystemToJudge<E>,
  previous: readonly SystemVerdict[],
  dueDays: DueDays,
): Judgement<E> {
  const judged = [...judgeAccounts(facts)];
  return {
    verdicts: toVerdicts(facts, judged, { previous, dueDays }),
    lapses: lapsesOf(facts, judged),
  };
}

/** Verdicts by account and check. */
function byAccount(
  verdicts: readonly SystemVerdict[],
): Map<string, Partial<Record<CheckId, Verdict>>> {
  const all = new Map<string, Partial<Record<CheckId, Verdict>>>();
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
