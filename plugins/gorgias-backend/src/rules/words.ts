import {
  AccessRuleSpec,
  gorgiasRoleTitle,
  NamedAccess,
} from 'backstage-plugin-gorgias-common';
import { StaffMember } from '../staff/staffMember';
import {
  coversAsMember,
  CoverageSubject,
  limitOf,
  namesOf,
  orgRolesOf,
} from './coverage';

/** More names than these are counted. */
const MOST_NAMES = 3;
const TITLE = 'title:';

/** A rule in words, for what comes after "the access rule allows". */
export function describeRule(spec: AccessRuleSpec): string {
  const { people = [] } = spec;
  const names =
    people.length > MOST_NAMES
      ? [`${people.length} that it names`]
      : people.map(name => `${name.subject} (${describeUntil(name)})`);
  return (
    [...describeMembers(spec), ...names].join(', and ') ||
    // An empty list of names, or of org roles.
    'nobody'
  );
}

/** Why a rule covers an account, given that it does. */
export function whyCovered(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): string {
  const { account, staffMember, now } = subject;
  if (staffMember && coversAsMember(spec, subject)) {
    const isLimited = orgRolesOf(spec, staffMember).some(orgRole =>
      limitOf(spec, orgRole),
    );
    return `The access rule allows ${allMembers(spec)}, and ${
      staffMember.displayName
    } is one of them${
      isLimited ? `, as ${gorgiasRoleTitle(account.gorgiasRole)}` : ''
    }.`;
  }
  const name = namesOf(spec, subject).find(({ until }) => until > now)!;
  return `The access rule names ${
    staffMember?.displayName ?? 'this account'
  } ${describeUntil(name)} (${name.ticket}).`;
}

/** Why a rule does not cover an account, given that it does not: the part that fails. */
export function whyNotCovered(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): string {
  const { staffMember } = subject;
  if (staffMember?.state === 'offboarded') {
    return `${staffMember.displayName} is no longer a staff member.`;
  }
  const who = staffMember?.displayName ?? 'this account';
  const membership =
    staffMember && spec.type !== 'named-people'
      ? whyNotAsMember(spec, subject, staffMember)
      : undefined;
  const [ended] = namesOf(spec, subject).sort((a, b) =>
    b.until.localeCompare(a.until),
  );
  const naming = ended
    ? `The access rule named ${who} ${describeUntil(ended)} (${
        ended.ticket
      }), which is over.`
    : `The access rule does not name ${who}.`;
  return membership
    ? [membership, ...(ended ? [naming] : [])].join(' ')
    : naming;
}

function whyNotAsMember(
  spec: AccessRuleSpec,
  { account }: CoverageSubject,
  member: StaffMember,
): string {
  const orgRoles = orgRolesOf(spec, member);
  if (spec.type !== 'org-roles' || orgRoles.length === 0) {
    return `The access rule allows ${allMembers(spec)}, and ${
      member.displayName
    } is not one of them.`;
  }
  return `The access rule allows ${allMembers({ ...spec, orgRoles })}; ${
    member.displayName
  } is one of them, but ${
    account.gorgiasRole === null
      ? 'Gorgias does not tell the role of the account'
      : `the Gorgias role of the account is ${gorgiasRoleTitle(
          account.gorgiasRole,
        )}`
  }.`;
}

function allMembers(spec: AccessRuleSpec): string {
  return describeMembers(spec).join(', and ') || 'nobody';
}

function describeMembers(spec: AccessRuleSpec): string[] {
  if (spec.type !== 'org-roles') {
    return spec.type === 'all-staff' ? ['all current staff'] : [];
  }
  const describe = (orgRole: string) => {
    const name = orgRole.startsWith(TITLE)
      ? orgRole.slice(TITLE.length)
      : orgRole;
    const allowed = limitOf(spec, orgRole)?.map(gorgiasRoleTitle);
    return allowed ? `${name} (as ${allowed.join(' or ')})` : name;
  };
  const isTitle = (orgRole: string) => orgRole.startsWith(TITLE);
  const groups = spec.orgRoles.filter(orgRole => !isTitle(orgRole));
  const titles = spec.orgRoles.filter(isTitle);
  return [
    ...(groups.length > 0
      ? [`members of ${groups.map(describe).join(', ')}`]
      : []),
    ...(titles.length > 0
      ? [`people with the job title ${titles.map(describe).join(', ')}`]
      : []),
  ];
}

function describeUntil({ until }: NamedAccess): string {
  return `until ${until.slice(0, 16).replace('T', ' ')} UTC`;
}
