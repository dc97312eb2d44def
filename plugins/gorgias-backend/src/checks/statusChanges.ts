import { SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { GorgiasVerdictEvent } from 'backstage-plugin-gorgias-common';

/** The verdicts of a system that have another status than before, those that are new, and those that are no more. */
export function statusChanges(
  entityRef: string,
  before: readonly SystemVerdict[],
  after: readonly SystemVerdict[],
  at: string,
): GorgiasVerdictEvent[] {
  const was = new Map(before.map(stored => [keyOf(stored), stored]));
  const is = new Map(after.map(stored => [keyOf(stored), stored]));
  return [...new Map([...was, ...is])].flatMap(
    ([key, { accountId, verdict }]) => {
      const from = was.get(key)?.verdict.status ?? null;
      const now = is.get(key)?.verdict;
      const to = now?.status ?? null;
      return from === to
        ? []
        : [
            {
              version: 1 as const,
              entityRef,
              ...(accountId && { accountId }),
              checkId: verdict.checkId,
              from,
              to,
              since: now?.since ?? at,
              at,
            },
          ];
    },
  );
}

/** Tells the verdicts of one system apart. */
export function keyOf({ accountId, verdict }: SystemVerdict): string {
  return `${verdict.checkId}/${accountId}`;
}
