import { AccountClass, GroundedIdentity } from './identity';
import { message } from './messages';
import { because, toDo } from './says';
import { AccountCheck, AccountSubject, Outcome } from './subjects';

type Classified = Extract<GroundedIdentity, { type: AccountClass }>;

/**
 * User should be identified: somebody answers for every active account. An
 * account nobody can be named for can't be judged by any other check, and
 * nobody would notice when its person leaves.
 *
 * @public
 */
export const userIdentified: AccountCheck = {
  id: 'user-identified',
  judge(subject) {
    const { account, identity, systemOwner } = subject;
    const facts = { email: account.email, kind: account.kind };
    if (account.state !== 'active') {
      return {
        status: 'not-applicable',
        ...because(message('verdict.notActive')),
        facts: { ...facts, state: account.state },
      };
    }
    if (identity.type === 'staff-member') {
      return {
        status: 'passing',
        ...because(
          message('identified.is', { name: identity.displayName }),
          ...identity.groundParts,
        ),
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
      ...because(...identity.groundParts),
      ...toDo(
        identity.candidates.length > 0
          ? message('identified.sayWhich')
          : message('identified.findOut'),
      ),
      facts: { ...facts, candidates: identity.candidates },
      owner: systemOwner,
    };
  },
};

/** Somebody has to answer for it, and to look at it again from time to time. */
function judgeClassified(
  { type, owner, purpose, reviewAt, groundParts }: Classified,
  {
    existing,
    now,
    systemOwner,
  }: Pick<AccountSubject, 'existing' | 'now' | 'systemOwner'>,
): Omit<Outcome, 'facts'> {
  const whatItIs = message(`identified.is-${type}`, { purpose });
  if (!existing.has(owner)) {
    return {
      status: 'failing',
      ...because(whatItIs, message('identified.ownerGone', { owner })),
      ...toDo(message('identified.sayWhoAnswers')),
      owner: systemOwner,
    };
  }
  if (reviewAt <= now) {
    return {
      status: 'failing',
      ...because(
        whatItIs,
        message('identified.toBeReviewed', { since: { day: reviewAt } }),
      ),
      ...toDo(message('identified.review')),
      owner,
    };
  }
  return {
    status: 'passing',
    ...because(
      whatItIs,
      message('identified.answers', { owner }),
      ...groundParts,
    ),
  };
}
