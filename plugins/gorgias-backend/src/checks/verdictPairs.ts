import { CheckId, SystemVerdict } from 'backstage-plugin-gorgias-checks';
import { GorgiasVerdictEvent, Verdict } from 'backstage-plugin-gorgias-common';

/** A verdict as it was and as it is: none before when it is new, and none after when it is no more. */
export interface VerdictPair {
  /** Empty for the check of the system itself. */
  accountId: string;
  checkId: CheckId;
  before?: Verdict;
  after?: Verdict;
}

/** Puts verdicts of a system as they were beside those that came in their place. */
export function* pairVerdicts(
  before: readonly SystemVerdict[],
  after: Iterable<SystemVerdict>,
): Generator<VerdictPair, void, undefined> {
  const was = new Map(before.map(stored => [keyOf(stored), stored]));
  for (const stored of after) {
    const { accountId, verdict } = stored;
    const key = keyOf(stored);
    const previous = was.get(key)?.verdict;
    was.delete(key);
    yield {
      accountId,
      checkId: verdict.checkId,
      before: previous,
      after: verdict,
    };
  }
  for (const { accountId, verdict } of was.values()) {
    yield { accountId, checkId: verdict.checkId, before: verdict };
  }
}

/** Verdicts as they are. */
export function verdictsOf(pairs: readonly VerdictPair[]): SystemVerdict[] {
  const verdicts: SystemVerdict[] = [];
  for (const { accountId, after } of pairs) {
    if (after) verdicts.push({ accountId, verdict: after });
  }
  return verdicts;
}

/** The verdicts of a system that have another status than before, those that are new, and those that are no more. */
export function statusChanges(
  entityRef: string,
  pairs: readonly VerdictPair[],
  at: string,
): GorgiasVerdictEvent[] {
  const changes: GorgiasVerdictEvent[] = [];
  // First those that somebody may act on already, then what is new.
  const known = pairs.filter(({ before }) => before);
  const added = pairs.filter(({ before }) => !before);
  for (const { accountId, checkId, before, after } of [...known, ...added]) {
    const from = before?.status ?? null;
    const to = after?.status ?? null;
    if (from !== to) {
      changes.push({
        version: 1,
        entityRef,
        ...(accountId && { accountId }),
        checkId,
        from,
        to,
        since: after?.since ?? at,
        at,
      });
    }
  }
  return changes;
}

/** Tells the verdicts of one system apart. */
function keyOf({ accountId, verdict }: SystemVerdict): string {
  return `${verdict.checkId}/${accountId}`;
}
