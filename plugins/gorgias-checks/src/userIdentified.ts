import { VerdictFacts } from './checks';
import { AccountClass, GroundedIdentity } from './identity';
import { message } from './messages';
import { open, settled } from './outcomes';
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
    const { email, kind, state } = account;
    if (state !== 'active') {
      const ground = message('verdict.notActive');
      return settled('not-applicable', [ground], { email, kind, state });
    }
    if (identity.type === 'staff-member') {
      const { displayName: name, staffRef: staffMember } = identity;
      return settled(
        'passing',
        [message('identified.is', { name }), ...identity.groundParts],
        { email, kind, staffMember },
      );
    }
    if (identity.type !== 'unidentified') {
      return judgeClassified(identity, subject, {
        email,
        kind,
        class: identity.type,
        owner: identity.owner,
        purpose: identity.purpose,
        reviewAt: identity.reviewAt,
      });
    }
    const { candidates, groundParts } = identity;
    return open(
      'failing',
      groundParts,
      candidates.length > 0
        ? message('identified.sayWhich')
        : message('identified.findOut'),
      { email, kind, candidates },
      systemOwner,
    );
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
  facts: VerdictFacts,
): Outcome {
  const whatItIs = message(`identified.is-${type}`, { purpose });
  if (!existing.has(owner)) {
    return open(
      'failing',
      [whatItIs, message('identified.ownerGone', { owner })],
      message('identified.sayWhoAnswers'),
      facts,
      systemOwner,
    );
  }
  if (reviewAt <= now) {
    return open(
      'failing',
      [
        whatItIs,
        message('identified.toBeReviewed', { since: { day: reviewAt } }),
      ],
      message('identified.review'),
      facts,
      owner,
    );
  }
  return settled(
    'passing',
    [whatItIs, message('identified.answers', { owner }), ...groundParts],
    facts,
  );
}
