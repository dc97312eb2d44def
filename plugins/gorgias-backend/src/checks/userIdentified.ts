import { AccountCheck } from './types';

/**
 * User should be identified: somebody answers for every active account. An
 * account nobody can be named for can't be judged by any other check, and
 * nobody would notice when its person leaves.
 */
export const userIdentified: AccountCheck = {
  id: 'user-identified',
  judge({ account, identity, systemOwner }) {
    const facts = { email: account.email, kind: account.kind };
    if (account.state !== 'active') {
      return {
        status: 'not-applicable',
        ground: 'The account is not active.',
        facts: { ...facts, state: account.state },
      };
    }
    if (identity.type === 'staff-member') {
      return {
        status: 'passing',
        ground: `This is ${identity.displayName}. ${identity.ground}`,
        facts: { ...facts, staffMember: identity.staffRef },
      };
    }
    return {
      status: 'failing',
      ground: identity.ground,
      remedy:
        identity.candidates.length > 0
          ? 'Give each of the people named an e-mail address of their own in the catalog.'
          : 'Find out whose account this is. Then put its e-mail address into the person’s catalog entity, or correct the address in Gorgias, or remove the account there.',
      facts: { ...facts, candidates: identity.candidates },
      owner: systemOwner,
    };
  },
};
