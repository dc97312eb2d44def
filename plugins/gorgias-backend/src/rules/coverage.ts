import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { StaffMember } from '../staff/staffMember';

/** Whether a rule says that this person may use the system. Nobody who has left may. */
export function covers(spec: AccessRuleSpec, member: StaffMember): boolean {
  if (member.state !== 'current') {
    return false;
  }
  return (
    spec.type === 'all-staff' ||
    spec.orgRoles.some(role => member.orgRoles.includes(role))
  );
}

/** The org roles of a rule that do not exist (any more). */
export function missingOrgRoles(
  spec: AccessRuleSpec,
  existing: readonly string[],
): string[] {
  return spec.type === 'org-roles'
    ? spec.orgRoles.filter(role => !existing.includes(role))
    : [];
}

/** A rule in words, for grounds. */
export function describeRule(spec: AccessRuleSpec): string {
  return spec.type === 'all-staff'
    ? 'all current staff'
    : `members of ${spec.orgRoles.join(', ')}`;
}
