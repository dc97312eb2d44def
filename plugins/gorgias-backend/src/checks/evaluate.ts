import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { SignInSettings } from '../accounts/signInSettings';
import {
  applyExceptions,
  Lapse,
  lapsesOfOthers,
} from '../exceptions/applyExceptions';
import { StoredException } from '../exceptions/ExceptionStore';
import { GroundedIdentity } from '../identities/identity';
import { StaffMember } from '../staff/staffMember';
import { judgeAccessControl } from './accessControlConfigured';
import { accessValid } from './accessValid';
import { mfaEnabled } from './mfaEnabled';
import { offboardedAccessRemoved } from './offboardedAccessRemoved';
import { AccountCheck, AccountSubject } from './types';
import { userIdentified } from './userIdentified';
import { DueDays, toVerdict } from './verdict';
import { StoredVerdict } from './VerdictStore';

/** The checks that judge accounts, in the order they are shown. */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [
  userIdentified,
  offboardedAccessRemoved,
  mfaEnabled,
  accessValid,
];

/** Everything that is known of a system when it is judged. */
export interface SystemFacts {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  owner: string | undefined;
  accounts: Account[];
  identities: Map<string, GroundedIdentity>;
  signInSettings: SignInSettings;
  staff: StaffMember[];
  orgRoles: string[];
  /** The exceptions that are requested or approved. */
  exceptions: StoredException[];
  /** By account id. */
  lastLogIns: Map<string, string>;
  /** When it is judged. */
  now: string;
}

/** The subjects that the checks of accounts judge. */
export function accountSubjects(facts: SystemFacts): AccountSubject[] {
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

/** What judging a system came to. */
export interface Judgement {
  verdicts: StoredVerdict[];
  /** The exceptions that are no longer in force, and why. */
  lapses: Lapse[];
}

/** Judges a system by all five checks. Pure. */
export function judgeSystem(
  facts: SystemFacts,
  previous: readonly StoredVerdict[],
  dueDays: DueDays,
): Judgement {
  const before = new Map(
    previous.map(({ accountId, verdict }) => [
      `${verdict.checkId}/${accountId}`,
      verdict,
    ]),
  );
  const lapses: Lapse[] = lapsesOfOthers(
    facts.exceptions,
    facts.accounts,
    facts.now,
  );
  const verdicts: StoredVerdict[] = accountSubjects(facts).flatMap(subject =>
    ACCOUNT_CHECKS.map(check => {
      const judged = applyExceptions(
        check.id,
        check.judge(subject),
        subject,
        facts.exceptions,
      );
      lapses.push(...judged.lapses);
      return {
        accountId: subject.account.id,
        verdict: toVerdict(
          check.id,
          judged.outcome,
          before.get(`${check.id}/${subject.account.id}`),
          { now: facts.now, dueDays },
        ),
      };
    }),
  );
  verdicts.push({
    accountId: '',
    verdict: toVerdict(
      'access-control-configured',
      judgeAccessControl({
        ...facts,
        accountIds: facts.accounts
          .filter(({ state }) => state !== 'gone')
          .map(({ id }) => id),
        systemOwner: facts.owner,
      }),
      before.get('access-control-configured/'),
      { now: facts.now, dueDays },
    ),
  });
  return { verdicts, lapses };
}
