import { AccessRuleSpec, NamedAccess } from './accessRuleSpec';
import { SubjectAccount, SubjectStaffMember } from './subjects';

/** An account as an access rule sees it. @public */
export interface CoverageSubject {
  account: Pick<SubjectAccount, 'id' | 'gorgiasRole'>;
  /** Whose it is, when that is a staff member. */
  staffMember: SubjectStaffMember | undefined;
  /** ISO 8601 in UTC. */
  now: string;
}

/** Whether a rule says that this account may be used. Nobody who has left may. @public */
export function covers(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): boolean {
  const { staffMember, now } = subject;
  return (
    staffMember?.state !== 'offboarded' &&
    (coversAsMember(spec, subject) ||
      namesOf(spec, subject).some(({ until }) => until > now))
  );
}

/** Whether a rule covers the person for what they are, without naming them. @public */
export function coversAsMember(
  spec: AccessRuleSpec,
  { account, staffMember }: CoverageSubject,
): boolean {
  if (staffMember?.state !== 'current') {
    return false;
  }
  return (
    spec.type === 'all-staff' ||
    orgRolesOf(spec, staffMember).some(orgRole => {
      const allowed = limitOf(spec, orgRole);
      return (
        !allowed ||
        (account.gorgiasRole !== null && allowed.includes(account.gorgiasRole))
      );
    })
  );
}

/** Whether only the Gorgias role, which is not told, could say if a rule covers a person. @public */
export function hangsOnUntoldRole(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): boolean {
  const { account, staffMember } = subject;
  return (
    account.gorgiasRole === null &&
    staffMember?.state === 'current' &&
    orgRolesOf(spec, staffMember).length > 0 &&
    !covers(spec, subject)
  );
}

/** It is asked several times for each account. */
const knownOrgRoles = new WeakMap<
  AccessRuleSpec,
  WeakMap<SubjectStaffMember, string[]>
>();

/** The org roles of a rule that a person has. @public */
export function orgRolesOf(
  spec: AccessRuleSpec,
  member: SubjectStaffMember,
): string[] {
  if (spec.type !== 'org-roles') {
    return [];
  }
  let known = knownOrgRoles.get(spec);
  if (!known) {
    known = new WeakMap();
    knownOrgRoles.set(spec, known);
  }
  let orgRoles = known.get(member);
  if (!orgRoles) {
    const has = new Set(member.orgRoles);
    orgRoles = spec.orgRoles.filter(orgRole => has.has(orgRole));
    known.set(member, orgRoles);
  }
  return orgRoles;
}

/** The Gorgias roles that an org role may have; `undefined` for any. @public */
export function limitOf(
  spec: AccessRuleSpec,
  orgRole: string,
): string[] | undefined {
  return spec.type === 'org-roles' ? spec.gorgiasRoles?.[orgRole] : undefined;
}

/** Where a rule names an account or whose it is, also when that is over. @public */
export function namesOf(
  spec: AccessRuleSpec,
  { account, staffMember }: Omit<CoverageSubject, 'now'>,
): NamedAccess[] {
  return (spec.people ?? []).filter(
    ({ subject }) =>
      subject === `account:${account.id}` || subject === staffMember?.entityRef,
  );
}

/** Whether a rule lets this person use the system, be it with some Gorgias roles only. @public */
export function coversStaff(
  spec: AccessRuleSpec,
  member: SubjectStaffMember,
  now: string,
): boolean {
  return (
    member.state === 'current' &&
    (spec.type === 'all-staff' ||
      orgRolesOf(spec, member).length > 0 ||
      (spec.people ?? []).some(
        ({ subject, until }) => subject === member.entityRef && until > now,
      ))
  );
}

/** The org roles of a rule that do not exist (any more). @public */
export function missingOrgRoles(
  spec: AccessRuleSpec,
  existing: readonly string[],
): string[] {
  return spec.type === 'org-roles'
    ? spec.orgRoles.filter(orgRole => !existing.includes(orgRole))
    : [];
}

/** The people a rule names who are not (any longer) staff, and the accounts that are gone. @public */
export function missingPeople(
  spec: AccessRuleSpec,
  existing: {
    staff: readonly SubjectStaffMember[];
    accountIds: readonly string[];
  },
): string[] {
  const { people = [] } = spec;
  if (people.length === 0) {
    return [];
  }
  const subjects = new Set([
    ...existing.staff
      .filter(({ state }) => state === 'current')
      .map(({ entityRef }) => entityRef),
    ...existing.accountIds.map(id => `account:${id}`),
  ]);
  return people
    .map(({ subject }) => subject)
    .filter(subject => !subjects.has(subject));
}

/** A rule without the names that are over. @public */
export function withoutEndedNames(
  spec: AccessRuleSpec,
  now: string,
): AccessRuleSpec {
  return spec.people
    ? { ...spec, people: spec.people.filter(({ until }) => until > now) }
    : spec;
}
