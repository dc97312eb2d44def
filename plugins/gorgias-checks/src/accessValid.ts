import { covers, hangsOnUntoldRole, namesOf } from './coverage';
import { message, Message } from './messages';
import { open, settled } from './outcomes';
import { responsibleFor } from './responsible';
import { describeRuleInShort, whyCovered, whyNotCovered } from './ruleWords';
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
      return settled('not-applicable', [message('verdict.notActive')], {
        accountState: account.state,
      });
    }
    if (!rule) {
      return open(
        'not-configured',
        [message('verdict.nobodySaid')],
        message('verdict.configure'),
        {},
      );
    }
    if (identity.type === 'service-account') {
      const { type, owner } = identity;
      return settled('not-applicable', [message('access.service', { owner })], {
        class: type,
        classOwner: owner,
      });
    }
    return staffMember || identity.type === 'external'
      ? judgeCoverage(subject, rule)
      : judgeUnidentified(subject, rule);
  },
};

function judgeUnidentified({ account }: AccountSubject, rule: Rule): Outcome {
  return account.kind === 'bot'
    ? settled('not-applicable', [message('access.bot')], {
        kind: account.kind,
      })
    : open(
        'unknown',
        [message('access.nobodyKnows')],
        message('verdict.identifyFirst'),
        { rule: describeRuleInShort(rule) },
      );
}

function judgeCoverage(subject: AccountSubject, rule: Rule): Outcome {
  const { account, identity, staffMember } = subject;
  const common = {
    rule: describeRuleInShort(rule),
    gorgiasRole: account.gorgiasRole,
    namedUntil: namesOf(rule, subject).map(({ until }) => until),
  };
  const facts = staffMember
    ? {
        ...common,
        staffMember: staffMember.entityRef,
        staffState: staffMember.state,
        orgRoles: sortedOrgRolesOf(staffMember),
      }
    : {
        ...common,
        ...(identity.type === 'external' && {
          class: identity.type,
          classOwner: identity.owner,
        }),
      };
  if (covers(rule, subject)) {
    return settled('passing', [whyCovered(rule, subject)], facts);
  }
  const ground = whyNotCovered(rule, subject);
  if (hangsOnUntoldRole(rule, subject)) {
    return open('unknown', ground, message('access.seeRole'), facts);
  }
  return open(
    'failing',
    staffMember ? ground : [message('access.outsider'), ...ground],
    remedyFor(subject),
    facts,
    responsibleFor(subject),
  );
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
