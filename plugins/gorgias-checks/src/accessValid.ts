import { covers, hangsOnUntoldRole, namesOf } from './coverage';
import { message, Message } from './messages';
import { responsibleFor } from './responsible';
import { describeRule, whyCovered, whyNotCovered } from './ruleWords';
import { because, toDo } from './says';
import {
  AccountCheck,
  AccountSubject,
  Outcome,
  SubjectStaffMember,
} from './subjects';

type Rule = NonNullable<AccountSubject['rule']>;

/** User access to Critical System should be valid: the access rule covers the person, or the outsider it names. @public */
export const accessValid: AccountCheck = {
  id: 'access-valid',
  judge(subject): Outcome {
    const { account, identity, rule, staffMember } = subject;
    if (account.state !== 'active') {
      return {
        status: 'not-applicable',
        ...because(message('verdict.notActive')),
        facts: { accountState: account.state },
      };
    }
    if (!rule) {
      return {
        status: 'not-configured',
        ...because(message('verdict.nobodySaid')),
        ...toDo(message('verdict.configure')),
        facts: {},
      };
    }
    if (identity.type === 'service-account') {
      return {
        status: 'not-applicable',
        ...because(message('access.service', { owner: identity.owner })),
        facts: { class: identity.type, classOwner: identity.owner },
      };
    }
    return staffMember || identity.type === 'external'
      ? judgeCoverage(subject, rule)
      : judgeUnidentified(subject, rule);
  },
};

function judgeUnidentified({ account }: AccountSubject, rule: Rule): Outcome {
  return account.kind === 'bot'
    ? {
        status: 'not-applicable',
        ...because(message('access.bot')),
        facts: { kind: account.kind },
      }
    : {
        status: 'unknown',
        ...because(message('access.nobodyKnows')),
        ...toDo(message('verdict.identifyFirst')),
        facts: { rule: describeRule(rule) },
      };
}

function judgeCoverage(subject: AccountSubject, rule: Rule): Outcome {
  const { account, identity, staffMember } = subject;
  const facts = {
    rule: describeRule(rule),
    gorgiasRole: account.gorgiasRole,
    namedUntil: namesOf(rule, subject).map(({ until }) => until),
    ...(staffMember && {
      staffMember: staffMember.entityRef,
      staffState: staffMember.state,
      orgRoles: sortedOrgRolesOf(staffMember),
    }),
    ...(identity.type === 'external' && {
      class: identity.type,
      classOwner: identity.owner,
    }),
  };
  if (covers(rule, subject)) {
    return {
      status: 'passing',
      ...because(whyCovered(rule, subject)),
      facts,
    };
  }
  const ground = whyNotCovered(rule, subject);
  if (hangsOnUntoldRole(rule, subject)) {
    return {
      status: 'unknown',
      ...because(...ground),
      ...toDo(message('access.seeRole')),
      facts,
    };
  }
  return {
    status: 'failing',
    ...because(...(staffMember ? [] : [message('access.outsider')]), ...ground),
    ...toDo(remedyFor(subject)),
    facts,
    owner: responsibleFor(subject),
  };
}

/** A person can have several accounts. */
const sortedOrgRoles = new WeakMap<SubjectStaffMember, string[]>();

function sortedOrgRolesOf(member: SubjectStaffMember): string[] {
  const known = sortedOrgRoles.get(member) ?? [...member.orgRoles].sort();
  sortedOrgRoles.set(member, known);
  return known;
}

function remedyFor({ staffMember }: AccountSubject): Message {
  if (!staffMember) {
    return message('access.nameIt');
  }
  return staffMember.state === 'offboarded'
    ? message('verdict.removeAccount')
    : message('access.removeOrChange');
}
