import { message, Message } from 'backstage-plugin-gorgias-common';
import {
  coversStaff,
  missingOrgRoles,
  missingPeople,
  withoutEndedNames,
} from '../rules/coverage';
import { describeRule, ruleWords } from '../rules/words';
import { because, toDo } from './says';
import { Outcome, SystemSubject } from './types';

/**
 * Critical system access control should be configured: the entity is a
 * critical system, its access rule covers somebody, and everything that the
 * rule names exists.
 */
export function judgeAccessControl(subject: SystemSubject): Outcome {
  const { isCritical, rule, staff, accountIds, orgRoles, now } = subject;
  const owner = subject.systemOwner;
  if (!isCritical) {
    return {
      status: 'not-configured',
      ...because(message('verdict.notAdded')),
      ...toDo(message('verdict.add')),
      facts: { isCritical },
    };
  }
  if (!rule) {
    return {
      status: 'failing',
      ...because(message('verdict.nobodySaid')),
      ...toDo(message('verdict.configure')),
      facts: { isCritical, rule: null },
      owner,
    };
  }
  // A name that is over has no effect, so it does no harm either.
  const inForce = withoutEndedNames(rule, now);
  const coveredStaff = staff.filter(member =>
    coversStaff(inForce, member, now),
  ).length;
  const coveredAccounts = accountIds.filter(id =>
    inForce.people?.some(({ subject: named }) => named === `account:${id}`),
  ).length;
  const missing = {
    missingOrgRoles: missingOrgRoles(inForce, orgRoles),
    missingPeople: missingPeople(inForce, { staff, accountIds }),
  };
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
    return {
      status: 'failing',
      ...because(
        message('accessControl.coversNobody', { rule: allowed }),
        ...gaps,
      ),
      ...toDo(message('accessControl.chooseSomebody')),
      facts,
      owner,
    };
  }
  if (gaps.length > 0) {
    return {
      status: 'failing',
      ...because(...gaps),
      ...toDo(message('accessControl.correct')),
      facts,
      owner,
    };
  }
  const covered = [
    ...(coveredStaff > 0
      ? [message('accessControl.coveredStaff', { count: coveredStaff })]
      : []),
    ...(coveredAccounts > 0
      ? [message('accessControl.coveredAccounts', { count: coveredAccounts })]
      : []),
  ];
  return {
    status: 'passing',
    ...because(
      message('accessControl.covers', {
        rule: allowed,
        covered: { list: covered, join: 'and' },
      }),
    ),
    facts,
  };
}

/** A sentence for each kind of thing that a rule names and that is not there. */
function describeMissing(missing: {
  missingOrgRoles: string[];
  missingPeople: string[];
}): Message[] {
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
