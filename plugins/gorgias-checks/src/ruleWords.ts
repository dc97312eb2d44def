import { AccessRuleSpec } from './accessRuleSpec';
import { gorgiasRoleTitle } from './account';
import {
  CoverageSubject,
  coversAsMember,
  limitOf,
  namesOf,
  orgRolesOf,
} from './coverage';
import { message, Message, MessageParam, sayInEnglish } from './messages';
import { SubjectStaffMember } from './subjects';

/** More names than these are counted. */
const MOST_NAMES = 3;
/** Of more org roles than these the first are named, and the others counted. */
const MOST_ORG_ROLES = 5;
const FIRST_ORG_ROLES = 3;
const TITLE = 'title:';

/** A rule in English with all of its org roles, as what judges a system. @public */
export function describeRule(spec: AccessRuleSpec): string {
  return sayInEnglish([together([...members(spec, Infinity), ...names(spec)])]);
}

/** One rule judges many accounts, so it is put into words once. */
const described = new WeakMap<AccessRuleSpec, string>();

/**
 * A rule in a few words of English, as a fact that the verdict on an account
 * rests on: what a rule says of hundreds of groups is not told again with each
 * account.
 *
 * @public
 */
export function describeRuleInShort(spec: AccessRuleSpec): string {
  const known = described.get(spec) ?? sayInEnglish([ruleWords(spec)]);
  described.set(spec, known);
  return known;
}

/** A rule in a few words, for what comes after "the access rule allows". @public */
export function ruleWords(spec: AccessRuleSpec): Message {
  return together([...members(spec), ...names(spec)]);
}

function names({ people = [] }: AccessRuleSpec): Message[] {
  return people.length > MOST_NAMES
    ? [message('rule.names', { count: people.length })]
    : people.map(({ subject, until }) =>
        message('rule.named', { subject, until: { time: until } }),
      );
}

/** Why a rule covers an account, given that it does. @public */
export function whyCovered(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): Message {
  const { account, staffMember, now } = subject;
  if (staffMember && coversAsMember(spec, subject)) {
    const isLimited = orgRolesOf(spec, staffMember).some(orgRole =>
      limitOf(spec, orgRole),
    );
    const params = { rule: allMembers(spec), name: staffMember.displayName };
    return isLimited
      ? message('access.memberAs', {
          ...params,
          gorgiasRole: gorgiasRoleTitle(account.gorgiasRole),
        })
      : message('access.member', params);
  }
  const { until, ticket } = namesOf(spec, subject).find(
    name => name.until > now,
  )!;
  const naming = { until: { time: until }, ticket };
  return staffMember
    ? message('access.named', { ...naming, name: staffMember.displayName })
    : message('access.namedAccount', naming);
}

/** Why a rule does not cover an account, given that it does not: the part that fails. @public */
export function whyNotCovered(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): Message[] {
  const { staffMember } = subject;
  if (staffMember?.state === 'offboarded') {
    return [message('access.left', { name: staffMember.displayName })];
  }
  const membership =
    staffMember && spec.type !== 'named-people'
      ? whyNotAsMember(spec, subject, staffMember)
      : undefined;
  const ended = whatEnded(spec, subject);
  return membership
    ? [membership, ...(ended ? [ended] : [])]
    : [ended ?? notNamed(staffMember)];
}

/** That a rule named an account until a time that is over. */
function whatEnded(
  spec: AccessRuleSpec,
  subject: CoverageSubject,
): Message | undefined {
  const { staffMember } = subject;
  const [ended] = namesOf(spec, subject).sort((a, b) =>
    b.until.localeCompare(a.until),
  );
  const naming = ended && {
    until: { time: ended.until },
    ticket: ended.ticket,
  };
  if (!naming) {
    return undefined;
  }
  return staffMember
    ? message('access.wasNamed', { ...naming, name: staffMember.displayName })
    : message('access.wasNamedAccount', naming);
}

function notNamed(staffMember: SubjectStaffMember | undefined): Message {
  return staffMember
    ? message('access.notNamed', { name: staffMember.displayName })
    : message('access.notNamedAccount');
}

function whyNotAsMember(
  spec: AccessRuleSpec,
  { account }: CoverageSubject,
  member: SubjectStaffMember,
): Message {
  const name = member.displayName;
  const orgRoles = orgRolesOf(spec, member);
  if (spec.type !== 'org-roles' || orgRoles.length === 0) {
    return message('access.noMember', { rule: allMembers(spec), name });
  }
  const rule = allMembers({ ...spec, orgRoles });
  return account.gorgiasRole === null
    ? message('access.roleNotTold', { rule, name })
    : message('access.otherRole', {
        rule,
        name,
        gorgiasRole: gorgiasRoleTitle(account.gorgiasRole),
      });
}

const inWords = new WeakMap<AccessRuleSpec, Message>();

function allMembers(spec: AccessRuleSpec): Message {
  const known = inWords.get(spec) ?? together(members(spec));
  inWords.set(spec, known);
  return known;
}

/** An empty list of names, or of org roles, is nobody. */
function together(all: Message[]): Message {
  return all.length === 0
    ? message('rule.nobody')
    : all.reduce((first, second) => message('rule.both', { first, second }));
}

function members(
  spec: AccessRuleSpec,
  mostOrgRoles: number = MOST_ORG_ROLES,
): Message[] {
  if (spec.type !== 'org-roles') {
    return spec.type === 'all-staff' ? [message('rule.allStaff')] : [];
  }
  const describe = (orgRole: string): MessageParam => {
    const name = orgRole.startsWith(TITLE)
      ? orgRole.slice(TITLE.length)
      : orgRole;
    const allowed = limitOf(spec, orgRole)?.map(gorgiasRoleTitle);
    return allowed
      ? message('rule.asRoles', {
          orgRole: name,
          gorgiasRoles: { list: allowed, join: 'or' },
        })
      : name;
  };
  const inList = (orgRoles: string[]) => ({
    list: orgRoles.map(describe),
    join: 'comma' as const,
  });
  const listed = (orgRoles: string[]) =>
    orgRoles.length > mostOrgRoles
      ? message('rule.withOthers', {
          names: inList(orgRoles.slice(0, FIRST_ORG_ROLES)),
          count: orgRoles.length - FIRST_ORG_ROLES,
        })
      : inList(orgRoles);
  const isTitle = (orgRole: string) => orgRole.startsWith(TITLE);
  const groups = spec.orgRoles.filter(orgRole => !isTitle(orgRole));
  const titles = spec.orgRoles.filter(isTitle);
  return [
    ...(groups.length > 0
      ? [message('rule.members', { groups: listed(groups) })]
      : []),
    ...(titles.length > 0
      ? [message('rule.jobTitles', { titles: listed(titles) })]
      : []),
  ];
}
