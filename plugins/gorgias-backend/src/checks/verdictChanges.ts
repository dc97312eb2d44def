import { Lapse, Verdict } from 'backstage-plugin-gorgias-checks';
import { isDeepStrictEqual } from 'node:util';
import { StoredException } from '../exceptions/ExceptionStore';
import { Change } from '../history/HistoryStore';
import { inTurns } from '../inTurns';
import { SystemFacts } from './SystemFacts';
import { VerdictPair } from './verdictPairs';

/** The verdicts whose status or ground changed, and those that are new, for the history. */
export async function verdictChanges(
  { accounts, now }: SystemFacts,
  entityRef: string,
  pairs: readonly VerdictPair[],
): Promise<Change[]> {
  const gone = new Set(
    accounts.filter(({ state }) => state === 'gone').map(({ id }) => id),
  );
  const changes: Change[] = [];
  await inTurns(pairs, ({ accountId, checkId, before, after }) => {
    if (after && !isSame(before, after)) {
      changes.push({
        entityRef,
        at: now,
        kind: 'verdict',
        ...(accountId && { accountId }),
        checkId,
        before: before ? show(before) : null,
        after: show(after),
        // Whoever is there and has a first verdict is entered with it.
        ...(!before &&
          accountId &&
          !gone.has(accountId) && { isInPopulation: true }),
      });
    }
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
