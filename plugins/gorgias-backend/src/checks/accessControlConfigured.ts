import { covers, describeRule, missingOrgRoles } from '../rules/coverage';
import { Outcome, SystemSubject } from './types';

/**
 * Critical system access control should be configured: the entity is a
 * critical system, and its access rule names somebody who exists.
 */
export function judgeAccessControl({
  isCritical,
  rule,
  staff,
  orgRoles,
  systemOwner,
}: SystemSubject): Outcome {
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
      owner: systemOwner,
    };
  }
  const missing = missingOrgRoles(rule, orgRoles);
  const covered = staff.filter(member => covers(rule, member)).length;
  const facts = {
    isCritical,
    rule: describeRule(rule),
    coveredStaff: covered,
    missingOrgRoles: missing,
  };
  if (covered === 0) {
    return {
      status: 'failing',
      ground: `The access rule allows ${describeRule(
        rule,
      )}, and that is nobody.`,
      remedy:
        'Choose org roles that have members, under Manage > Access validity.',
      facts,
      owner: systemOwner,
    };
  }
  if (missing.length > 0) {
    return {
      status: 'failing',
      ground: `The access rule names ${missing.join(
        ', ',
      )}, which the catalog does not have.`,
      remedy: 'Correct the access rule, under Manage > Access validity.',
      facts,
      owner: systemOwner,
    };
  }
  return {
    status: 'passing',
    ground: `The access rule allows ${describeRule(rule)}: ${covered} staff ${
      covered === 1 ? 'member' : 'members'
    }.`,
    facts,
  };
}
