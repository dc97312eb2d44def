import { AccessRuleSpec } from './accessRuleSpec';
import { accessValid } from './accessValid';
import { applyExceptions, Lapse, SubjectException } from './applyExceptions';
import { CheckId } from './checks';
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
} from './subjects';
import { userIdentified } from './userIdentified';

/** The checks that judge accounts, in the order they are shown. @public */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [
  userIdentified,
  offboardedAccessRemoved,
  mfaEnabled,
  accessValid,
];

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

/** An account, with all that checks are told of it. @public */
export interface SubjectToJudge<
  A extends SubjectAccount = SubjectAccount,
  E extends SubjectException = SubjectException,
> {
  subject: AccountSubject & { account: A };
  /** The exceptions that are about it. */
  exceptions: readonly E[];
}

/** An account, and what each check says of it. @public */
export interface JudgedSubject<
  A extends SubjectAccount = SubjectAccount,
  E extends SubjectException = SubjectException,
> extends SubjectToJudge<A, E> {
  checks: JudgedCheck<E>[];
}

/** Everything that the accounts of a system are judged by. @public */
export interface AccountsToJudge<
  A extends SubjectAccount = SubjectAccount,
  E extends SubjectException = SubjectException,
> {
  rule: AccessRuleSpec | undefined;
  owner: string | undefined;
  accounts: readonly A[];
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

/** The subjects that the checks of accounts judge. @public */
export function accountSubjects<A extends SubjectAccount>(
  facts: AccountsToJudge<A>,
): Array<AccountSubject & { account: A }> {
  return facts.accounts.map(subjectMaker(facts, commonGround(facts)));
}

function subjectMaker(
  { identities, staff, lastLogIns }: AccountsToJudge,
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
}: AccountsToJudge): CommonGround {
  const existing = new Set(orgRoles);
  for (const { entityRef, state } of staff) {
    if (state === 'current') existing.add(entityRef);
  }
  return { signInSettings, rule, existing, systemOwner: owner, now };
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

/** Judges accounts of a system, one at a time. @public */
export interface AccountJudge<
  A extends SubjectAccount = SubjectAccount,
  E extends SubjectException = SubjectException,
> {
  /** What all accounts are judged by. */
  common: CommonGround;
  /** Each account as checks see it, made when it is its turn. */
  subjects(): Iterable<SubjectToJudge<A, E>>;
  /**
   * What each check says of one of the subjects, of which it is told nothing
   * else. What is said of several alike is the same object, which nobody may
   * change.
   */
  judge(one: SubjectToJudge<A, E>): JudgedCheck<E>[];
}

/** Judges the accounts of a system, or those of them that somebody picks. Pure. @public */
export function accountJudge<
  A extends SubjectAccount,
  E extends SubjectException,
>(facts: AccountsToJudge<A, E>): AccountJudge<A, E> {
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
  return {
    common,
    *subjects() {
      for (const account of facts.accounts) {
        yield {
          subject: toSubject(account),
          exceptions: exceptionsOf.get(account.id) ?? NONE,
        };
      }
    },
    judge: ({ subject, exceptions }) => judgeBy(checks, subject, exceptions),
  };
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
  facts: AccountsToJudge<A, E>,
): Generator<JudgedSubject<A, E>, void, undefined> {
  const { subjects, judge } = accountJudge(facts);
  for (const one of subjects()) {
    const { subject, exceptions } = one;
    yield { subject, exceptions, checks: judge(one) };
  }
}
