import { covers, hangsOnUntoldRole, namesOf } from '../rules/coverage';
import { describeRule, whyCovered, whyNotCovered } from '../rules/words';
import { responsibleFor } from './responsible';
import { AccountCheck, AccountSubject, Outcome } from './types';

type Rule = NonNullable<AccountSubject['rule']>;

/** User access to Critical System should be valid: the access rule covers the person, or the outsider it names. */
export const accessValid: AccountCheck = {
  id: 'access-valid',
  judge(subject): Outcome {
    const { account, identity, rule, staffMember } = subject;
    if (account.state !== 'active') {
      return {
        status: 'not-applicable',
        ground: 'The account is not active.',
        facts: { accountState: account.state },
      };
    }
    if (!rule) {
      return {
        status: 'not-configured',
        ground: 'Nobody has said yet who may use this system.',
        remedy: 'Configure who may use it, under Manage > Access validity.',
        facts: {},
      };
    }
    if (identity.type === 'service-account') {
      return {
        status: 'not-applicable',
        ground: `It is a service account, and the access rule is about people; ${identity.owner} answers for it.`,
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
        ground: 'The account is a bot; the access rule is about people.',
        facts: { kind: account.kind },
      }
    : {
        status: 'unknown',
        ground:
          'Nobody knows whose account this is, so nobody can say whether the access rule covers it.',
        remedy: 'Identify the user first.',
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
      orgRoles: [...staffMember.orgRoles].sort(),
    }),
    ...(identity.type === 'external' && {
      class: identity.type,
      classOwner: identity.owner,
    }),
  };
  if (covers(rule, subject)) {
    return { status: 'passing', ground: whyCovered(rule, subject), facts };
  }
  const ground = whyNotCovered(rule, subject);
  if (hangsOnUntoldRole(rule, subject)) {
    return {
      status: 'unknown',
      ground,
      remedy: 'See in Gorgias what role the account has, and sync again.',
      facts,
    };
  }
  return {
    status: 'failing',
    ground: staffMember
      ? ground
      : `It is an account from outside, which has to be named. ${ground}`,
    remedy: remedyFor(subject),
    facts,
    owner: responsibleFor(subject),
  };
}

function remedyFor({ staffMember }: AccountSubject): string {
  if (!staffMember) {
    return 'Name the account in the access rule, with a ticket and an end date, or remove it in Gorgias.';
  }
  return staffMember.state === 'offboarded'
    ? 'Remove the account in Gorgias.'
    : 'Remove the account in Gorgias, or give it a role that the access rule allows, or change the access rule if the person needs access.';
}
