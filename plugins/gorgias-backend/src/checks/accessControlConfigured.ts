import {
  coversStaff,
  missingOrgRoles,
  missingPeople,
  withoutEndedNames,
} from '../rules/coverage';
import { describeRule } from '../rules/words';
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
      ground: 'It has not been added as a critical system.',
      remedy: 'An admin adds it with "Add Critical System".',
      facts: { isCritical },
    };
  }
  if (!rule) {
    return {
      status: 'failing',
      ground: 'Nobody has said yet who may use this system.',
      remedy: 'Configure who may use it, under Manage > Access validity.',
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
  const allowed = describeRule(rule);
  const facts = {
    isCritical,
    rule: allowed,
    coveredStaff,
    coveredAccounts,
    ...missing,
  };
  const gaps = describeMissing(missing);
  if (coveredStaff + coveredAccounts === 0) {
    return {
      status: 'failing',
      ground: [
        `The access rule allows ${allowed}, and that is nobody.`,
        ...gaps,
      ].join(' '),
      remedy:
        'Choose org roles that have members, or name people until a time that is ahead, under Manage > Access validity.',
      facts,
      owner,
    };
  }
  if (gaps.length > 0) {
    return {
      status: 'failing',
      ground: gaps.join(' '),
      remedy: 'Correct the access rule, under Manage > Access validity.',
      facts,
      owner,
    };
  }
  const covered = [
    ...(coveredStaff > 0 ? [counted(coveredStaff, 'staff member')] : []),
    ...(coveredAccounts > 0 ? [counted(coveredAccounts, 'named account')] : []),
  ];
  return {
    status: 'passing',
    ground: `The access rule allows ${allowed}: ${covered.join(' and ')}.`,
    facts,
  };
}

/** A sentence for each kind of thing that a rule names and that is not there. */
function describeMissing(missing: {
  missingOrgRoles: string[];
  missingPeople: string[];
}): string[] {
  const isAccount = (subject: string) => subject.startsWith('account:');
  const people = missing.missingPeople.filter(subject => !isAccount(subject));
  const accounts = missing.missingPeople.filter(isAccount);
  return [
    { names: missing.missingOrgRoles, what: 'which the catalog does not have' },
    {
      names: people,
      what: `who ${people.length === 1 ? 'is' : 'are'} not current staff`,
    },
    { names: accounts, what: 'which Gorgias does not have any more' },
  ]
    .filter(({ names }) => names.length > 0)
    .map(
      ({ names, what }) =>
        `The access rule names ${names.join(', ')}, ${what}.`,
    );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
