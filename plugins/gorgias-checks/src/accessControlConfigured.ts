import { AccessRuleSpec } from './accessRuleSpec';
import {
  coversStaff,
  missingOrgRoles,
  missingPeople,
  withoutEndedNames,
} from './coverage';
import { message, Message } from './messages';
import { open, settled } from './outcomes';
import { describeRule, ruleWords } from './ruleWords';
import { Outcome, SystemSubject } from './subjects';

/** What is so of the access control of a system, without who is who. @public */
export interface AccessControlFacts {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  /** How many current staff members the rule covers. */
  coveredStaff: number;
  /** How many accounts it names. */
  coveredAccounts: number;
  /** What it names that is not there. */
  missingOrgRoles: string[];
  missingPeople: string[];
}

/** Finds out what {@link judgeAccessControlFacts} judges. @public */
export function accessControlFacts({
  isCritical,
  rule,
  staff,
  accountIds,
  orgRoles,
  now,
}: SystemSubject): AccessControlFacts {
  // A name that is over has no effect, so it does no harm either.
  const inForce = rule && withoutEndedNames(rule, now);
  const named = new Set(inForce?.people?.map(({ subject }) => subject));
  return {
    isCritical,
    rule,
    coveredStaff: inForce
      ? staff.filter(member => coversStaff(inForce, member, now)).length
      : 0,
    coveredAccounts:
      named.size > 0
        ? accountIds.filter(id => named.has(`account:${id}`)).length
        : 0,
    missingOrgRoles: inForce ? missingOrgRoles(inForce, orgRoles) : [],
    missingPeople: inForce ? missingPeople(inForce, { staff, accountIds }) : [],
  };
}

/**
 * Critical system access control should be configured: the entity is a
 * critical system, its access rule covers somebody, and everything that the
 * rule names exists.
 *
 * @public
 */
export function judgeAccessControl(subject: SystemSubject): Outcome {
  return judgeAccessControlFacts(
    accessControlFacts(subject),
    subject.systemOwner,
  );
}

/** Judges the access control of a system by what was found out of it. @public */
export function judgeAccessControlFacts(
  {
    isCritical,
    rule,
    coveredStaff,
    coveredAccounts,
    ...missing
  }: AccessControlFacts,
  owner: string | undefined,
): Outcome {
  if (!isCritical) {
    return open(
      'not-configured',
      [message('verdict.notAdded')],
      message('verdict.add'),
      { isCritical },
    );
  }
  if (!rule) {
    return open(
      'failing',
      [message('verdict.nobodySaid')],
      message('verdict.configure'),
      { isCritical, rule: null },
      owner,
    );
  }
  const allowed = ruleWords(rule);
  const facts = {
    isCritical,
    rule: describeRule(rule),
    coveredStaff,
    coveredAccounts,
    ...missing,
  };
  const gaps = describeMissing(missing);
  if (coveredStaff + coveredAccounts === 0) {
    return open(
      'failing',
      [message('accessControl.coversNobody', { rule: allowed }), ...gaps],
      message('accessControl.chooseSomebody'),
      facts,
      owner,
    );
  }
  if (gaps.length > 0) {
    return open(
      'failing',
      gaps,
      message('accessControl.correct'),
      facts,
      owner,
    );
  }
  const covered = [
    ...(coveredStaff > 0
      ? [message('accessControl.coveredStaff', { count: coveredStaff })]
      : []),
    ...(coveredAccounts > 0
      ? [message('accessControl.coveredAccounts', { count: coveredAccounts })]
      : []),
  ];
  return settled(
    'passing',
    [
      message('accessControl.covers', {
        rule: allowed,
        covered: { list: covered, join: 'and' },
      }),
    ],
    facts,
  );
}

/** A sentence for each kind of thing that a rule names and that is not there. */
function describeMissing(
  missing: Pick<AccessControlFacts, 'missingOrgRoles' | 'missingPeople'>,
): Message[] {
  const isAccount = (subject: string) => subject.startsWith('account:');
  const orgRoles = missing.missingOrgRoles;
  const people = missing.missingPeople.filter(subject => !isAccount(subject));
  const accounts = missing.missingPeople.filter(isAccount);
  const named = (list: string[]) => ({ list, join: 'comma' as const });
  return [
    orgRoles.length > 0 &&
      message('accessControl.missingOrgRoles', { names: named(orgRoles) }),
    people.length > 0 &&
      message('accessControl.missingPeople', {
        names: named(people),
        count: people.length,
      }),
    accounts.length > 0 &&
      message('accessControl.missingAccounts', { names: named(accounts) }),
  ].filter(part => part !== false);
}
