import {
  GorgiasIdentityMatcher,
  GorgiasUnmatchedAccount,
  StaffRecord,
} from 'backstage-plugin-gorgias-node';
import { z } from 'zod';
import { IdentityMatch, MatcherReading } from './identityMatch';

const answerSchema = z.array(
  z.object({
    accountId: z.string(),
    staffRef: z.string(),
    reason: z.string().trim().min(1).max(200),
  }),
);

/**
 * Asks all matchers, one after the other.
 *
 * @throws Error that names the matcher, when one throws or says what can't be
 */
export async function askMatchers(
  matchers: readonly GorgiasIdentityMatcher[],
  accounts: readonly GorgiasUnmatchedAccount[],
  staff: readonly StaffRecord[],
): Promise<MatcherReading> {
  const matches: IdentityMatch[] = [];
  for (const matcher of matchers) {
    try {
      const answer = await matcher.match(accounts, staff);
      matches.push(...readAnswer(matcher.id, answer, accounts, staff));
    } catch (error) {
      throw new Error(
        `The identity matcher ${matcher.id}: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
  return {
    matcherIds: matchers.map(({ id }) => id),
    accountIds: new Set(accounts.map(({ id }) => id)),
    matches,
  };
}

function readAnswer(
  matcherId: string,
  answer: unknown,
  accounts: readonly GorgiasUnmatchedAccount[],
  staff: readonly StaffRecord[],
): IdentityMatch[] {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new Error(
      `answered with something else than matches: ${path.join('.')} ${message}`,
    );
  }
  const accountIds = new Set(accounts.map(({ id }) => id));
  const staffRefs = new Set(staff.map(({ entityRef }) => entityRef));
  const seen = new Set<string>();
  return parsed.data.map(({ accountId, staffRef, reason }) => {
    if (!accountIds.has(accountId)) {
      throw new Error(
        `matched the account ${accountId}, which is none that it was asked about`,
      );
    }
    if (!staffRefs.has(staffRef)) {
      throw new Error(
        `matched the account ${accountId} to ${staffRef}, who is no staff member`,
      );
    }
    if (seen.has(accountId)) {
      throw new Error(`matched the account ${accountId} twice`);
    }
    seen.add(accountId);
    return { accountId, matcherId, staffRef, reason };
  });
}
