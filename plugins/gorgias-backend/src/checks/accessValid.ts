import { covers, describeRule } from '../rules/coverage';
import { AccountCheck, Outcome } from './types';

/** User access to Critical System should be valid: the access rule covers the person. */
export const accessValid: AccountCheck = {
  id: 'access-valid',
  judge({ account, rule, staffMember, systemOwner }): Outcome {
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
    const allowed = describeRule(rule);
    if (!staffMember) {
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
            facts: { rule: allowed },
          };
    }
    const facts = {
      rule: allowed,
      staffMember: staffMember.entityRef,
      staffState: staffMember.state,
      orgRoles: staffMember.orgRoles,
    };
    if (covers(rule, staffMember)) {
      return {
        status: 'passing',
        ground: `The access rule allows ${allowed}, and ${staffMember.displayName} is one of them.`,
        facts,
      };
    }
    return {
      status: 'failing',
      ground:
        staffMember.state === 'offboarded'
          ? `${staffMember.displayName} is no longer a staff member.`
          : `The access rule allows ${allowed}, and ${staffMember.displayName} is not one of them.`,
      remedy:
        'Remove the account in Gorgias, or change the access rule if the person needs access.',
      facts,
      owner: systemOwner,
    };
  },
};
