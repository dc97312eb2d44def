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

/** Judges an account by the checks of accounts. Pure. @public */
export function judgeAccount<E extends SubjectException>(
  subject: AccountSubject,
  exceptions: readonly E[],
): JudgedCheck<E>[] {
  return ACCOUNT_CHECKS.map(({ id, judge }) => ({
    checkId: id,
    ...applyExceptions(id, judge(subject), subject, exceptions),
  }));
}

/** Judges a system by all five checks. Pure. @public */
export function judgeSystem<E extends SubjectException>(
  facts: SystemToJudge<E>,
  previous: readonly SystemVerdict[],
  dueDays: DueDays,
): Judgement<E> {
  const before = byAccount(previous);
  const lapses = lapsesOfOthers(facts.exceptions, facts.accounts, facts.now);
  const keep = (
    accountId: string,
    checkId: CheckId,
    outcome: JudgedCheck['outcome'],
  ): SystemVerdict => ({
    accountId,
    verdict: toVerdict(checkId, outcome, before.get(accountId)?.[checkId], {
      now: facts.now,
      dueDays,
    }),
  });
  const verdicts = accountSubjects(facts).flatMap(subject =>
    judgeAccount(subject, facts.exceptions).map(judged => {
      lapses.push(...judged.lapses);
      return keep(subject.account.id, judged.checkId, judged.outcome);
    }),
  );
  verdicts.push(
    keep(
      '',
      'access-control-configured',
      judgeAccessControl(systemSubject(facts)),
    ),
  );
  return { verdicts, lapses };
}

/** Verdicts by account and check. @public */
export function byAccount(
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
