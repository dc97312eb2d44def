import { AccountClass, Identity } from 'backstage-plugin-gorgias-common';
import { AccountCheck, AccountSubject, Outcome } from './types';

type Classified = Extract<Identity, { type: AccountClass }>;

const CLASS_WORDS: Readonly<Record<AccountClass, string>> = {
  'service-account': 'a service account',
  external: 'the account of somebody external',
};

/**
 * User should be identified: somebody answers for every active account. An
 * account nobody can be named for can't be judged by any other check, and
 * nobody would notice when its person leaves.
 */
export const userIdentified: AccountCheck = {
  id: 'user-identified',
  judge(subject) {
    const { account, identity, systemOwner } = subject;
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
    if (identity.type !== 'unidentified') {
      return {
        ...judgeClassified(identity, subject),
        facts: {
          ...facts,
          class: identity.type,
          owner: identity.owner,
          purpose: identity.purpose,
          reviewAt: identity.reviewAt,
        },
      };
    }
    return {
      status: 'failing',
      ground: identity.ground,
      remedy:
        identity.candidates.length > 0
          ? 'Say which of the people named it is, or give each of them an e-mail address of their own in the catalog.'
          : 'Find out whose account this is, and say so here. Or put its e-mail address into the person’s catalog entity, or correct the address in Gorgias, or remove the account there.',
      facts: { ...facts, candidates: identity.candidates },
      owner: systemOwner,
    };
  },
};

/** Somebody has to answer for it, and to look at it again from time to time. */
function judgeClassified(
  { type, owner, purpose, reviewAt, ground }: Classified,
  {
    existing,
    now,
    systemOwner,
  }: Pick<AccountSubject, 'existing' | 'now' | 'systemOwner'>,
): Omit<Outcome, 'facts'> {
  const whatItIs = `This is ${CLASS_WORDS[type]}, said to be there for “${purpose}”.`;
  if (!existing.has(owner)) {
    return {
      status: 'failing',
      ground: `${whatItIs} But ${owner}, who answers for it, has left or does not exist any more.`,
      remedy: 'Say who answers for it now, or remove the account in Gorgias.',
      owner: systemOwner,
    };
  }
  if (reviewAt <= now) {
    return {
      status: 'failing',
      ground: `${whatItIs} It has to be reviewed, since ${reviewAt.slice(
        0,
        10,
      )}.`,
      remedy:
        'See whether it is still needed. Then say anew what it is, with a new date, or remove the account in Gorgias.',
      owner,
    };
  }
  return {
    status: 'passing',
    ground: `${whatItIs} ${owner} answers for it. ${ground}`,
  };
}
