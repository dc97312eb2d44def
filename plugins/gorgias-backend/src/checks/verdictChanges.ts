import { CheckId, Lapse, Verdict } from 'backstage-plugin-gorgias-checks';
import { FirstVerdict } from 'backstage-plugin-gorgias-common';
import { isDeepStrictEqual } from 'node:util';
import { StoredException } from '../exceptions/ExceptionStore';
import { Change } from '../history/HistoryStore';
import { inTurns } from '../inTurns';
import { SystemFacts } from './SystemFacts';
import { VerdictPair } from './verdictPairs';

/** First verdicts on an account, as `firstVerdicts` reads them. */
type FirstVerdicts = Partial<Record<CheckId, Omit<FirstVerdict, 'checkId'>>>;

/**
 * The verdicts whose status or ground changed, and those that are new, for the
 * history. The first verdicts on an account that is there are one change, since
 * they come of one cause: that it is there. The ledger tells them by who has
 * access (`docs/decisions/0031-first-verdicts-noted-together.md`).
 */
export async function verdictChanges(
  { accounts, now }: SystemFacts,
  entityRef: string,
  pairs: readonly VerdictPair[],
): Promise<Change[]> {
  const gone = new Set(
    accounts.filter(({ state }) => state === 'gone').map(({ id }) => id),
  );
  const changes: Change[] = [];
  const firstOf = new Map<string, FirstVerdicts>();
  await inTurns(pairs, ({ accountId, checkId, before, after }) => {
    if (!after || isSame(before, after)) return;
    const change = { entityRef, at: now, kind: 'verdict' as const };
    if (before || !accountId || gone.has(accountId)) {
      changes.push({
        ...change,
        ...(accountId && { accountId }),
        checkId,
        before: before ? show(before) : null,
        after: show(after),
      });
      return;
    }
    let first = firstOf.get(accountId);
    if (!first) {
      first = {};
      firstOf.set(accountId, first);
      changes.push({
        ...change,
        accountId,
        before: null,
        after: first,
        isInPopulation: true,
      });
    }
    first[checkId] = showFirst(after);
  });
  return changes;
}

function isSame(before: Verdict | undefined, after: Verdict): boolean {
  return (
    before?.status === after.status &&
    before.ground === after.ground &&
    isDeepStrictEqual(before.facts, after.facts)
  );
}

/** The same of a first verdict, the facts of which the ledger tells. */
function showFirst({
  status,
  ground,
  groundParts,
}: Verdict): Omit<FirstVerdict, 'checkId'> {
  return { status, ground, ...(groundParts && { groundParts }) };
}

/** What of a verdict the history tells. */
function show({ status, ground, groundParts, facts }: Verdict) {
  return { status, ground, ...(groundParts && { groundParts }), facts };
}

/** That an exception is no longer in force, for the history. */
export function lapseChange(
  entityRef: string,
  { exception, because, becauseParts }: Lapse<StoredException>,
  now: string,
): Change {
  const { id, accountId, checkId, status } = exception;
  return {
    entityRef,
    at: now,
    kind: 'exception',
    accountId,
    checkId,
    before: { id, status },
    after: { id, status: 'lapsed', because, becauseParts },
  };
}
