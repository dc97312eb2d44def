import { isDeepStrictEqual } from 'node:util';
import { Change } from '../history/HistoryStore';

/** That a matcher says an account is a person's. */
export interface IdentityMatch {
  accountId: string;
  matcherId: string;
  staffRef: string;
  reason: string;
}

/** What the matchers said in a run. */
export interface MatcherReading {
  matcherIds: readonly string[];
  /** The accounts that they were asked about. */
  accountIds: ReadonlySet<string>;
  matches: readonly IdentityMatch[];
}

const keyOf = ({ accountId, matcherId }: IdentityMatch) =>
  `${accountId}/${matcherId}`;

/**
 * What is known after a run. Who has left is not among the staff that a
 * matcher is shown, so what it said of their accounts stays: otherwise their
 * access would turn from one that has to be removed to one of nobody. Nor
 * does it go when the account is gone, or its address has told since.
 *
 * @param staffRefs - of those whom the matchers were shown
 */
export function updateMatches(
  known: readonly IdentityMatch[],
  { matcherIds, accountIds, matches }: MatcherReading,
  staffRefs: ReadonlySet<string>,
): IdentityMatch[] {
  const said = new Set(matches.map(keyOf));
  const kept = known.filter(
    match =>
      matcherIds.includes(match.matcherId) &&
      !said.has(keyOf(match)) &&
      !(accountIds.has(match.accountId) && staffRefs.has(match.staffRef)),
  );
  return [...kept, ...matches];
}

/** That matchers found whose accounts are, say something else, or nothing any more. */
export function matchChanges(
  entityRef: string,
  before: readonly IdentityMatch[],
  after: readonly IdentityMatch[],
  at: string,
): Change[] {
  const was = new Map(before.map(match => [keyOf(match), match]));
  const is = new Map(after.map(match => [keyOf(match), match]));
  const show = (match: IdentityMatch | undefined) =>
    match
      ? {
          staffRef: match.staffRef,
          matcher: match.matcherId,
          reason: match.reason,
        }
      : null;
  return [...new Map([...was, ...is])].flatMap(([key, match]) =>
    isDeepStrictEqual(was.get(key), is.get(key))
      ? []
      : [
          {
            entityRef,
            at,
            kind: 'identity' as const,
            accountId: match.accountId,
            staffRef: match.staffRef,
            before: show(was.get(key)),
            after: show(is.get(key)),
          },
        ],
  );
}
