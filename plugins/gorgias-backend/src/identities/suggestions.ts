import {
  emailParts,
  normaliseEmail,
  withoutPlus,
} from 'backstage-plugin-gorgias-checks';
import {
  IdentitySuggestion,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { StaffMember } from '../staff/staffMember';
import { nameSimilarity, wordsOf } from './similarity';

const AT_MOST = 5;
/** From how similar a name is worth a look. */
const SIMILAR = 0.7;
/** What the same local part is worth, next to a similar name. */
const SAME_LOCAL_PART = 0.9;

/**
 * Who an account may be of, the likeliest first: people with a similar name,
 * or with the same address in another domain. Only ever offered; neither is
 * a proof, so nothing is to be concluded from it.
 */
export function suggest(
  account: Pick<Account, 'name' | 'email'>,
  staff: readonly StaffMember[],
): IdentitySuggestion[] {
  const local = localPartOf(account.email ?? '');
  const names = [wordsOf(account.name ?? ''), wordsOf(local ?? '')];
  return staff
    .map(member => {
      const words = wordsOf(member.displayName);
      const [byName, byLocal] = names.map(name => nameSimilarity(name, words));
      const likeness = Math.max(byName, byLocal);
      const twin = member.emails.find(
        email => local !== undefined && localPartOf(email) === local,
      );
      return {
        member,
        score:
          (likeness >= SIMILAR ? likeness : 0) + (twin ? SAME_LOCAL_PART : 0),
        grounds: [
          ...(byName >= SIMILAR
            ? [message('identity.likeName', { name: account.name! })]
            : []),
          ...(byName < SIMILAR && byLocal >= SIMILAR
            ? [message('identity.addressLikeName', { email: account.email! })]
            : []),
          ...(twin ? [message('identity.haveAddress', { email: twin })] : []),
          ...(member.state === 'offboarded'
            ? [message('identity.haveLeft')]
            : []),
        ],
      };
    })
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || (a.member.entityRef < b.member.entityRef ? -1 : 1),
    )
    .slice(0, AT_MOST)
    .map(({ member, grounds }) => ({
      staffRef: member.entityRef,
      displayName: member.displayName,
      ground: sayInEnglish(grounds),
      groundParts: grounds,
    }));
}

function localPartOf(email: string): string | undefined {
  const { local, domain } = emailParts(withoutPlus(normaliseEmail(email)));
  return domain === undefined || local === '' ? undefined : local;
}
