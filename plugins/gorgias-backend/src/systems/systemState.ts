import { Contradiction, Verdict } from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { SystemFacts } from '../checks/evaluate';
import { toStale } from '../checks/verdict';
import { StoredVerdict } from '../checks/VerdictStore';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { findContradictions } from '../events/contradictions';
import { SyncLimits } from '../sync/syncState';
import { toAccountRow } from './accountRow';
import { checkSummaries, NotReadYet, restsOnGorgias } from './checkSummaries';
import { freshnessOf, staleSince } from './freshness';

/** What the verdicts of a system come to at some time. */
async function loadVerdictState(
  stores: Stores,
  entityRef: string,
  { staleAfterSeconds, now }: SyncLimits,
) {
  const connection = await stores.connections.findByEntity(entityRef);
  const complete =
    connection && (await stores.syncRuns.findLast(connection.id, 'complete'));
  const freshness = freshnessOf(
    complete?.startedAt ?? null,
    staleAfterSeconds,
    now,
  );
  const stored = await stores.verdicts.list(entityRef);
  const verdicts = freshness.stale
    ? asStale(stored, staleSince(freshness.factsAt!, staleAfterSeconds))
    : stored;
  return {
    connection,
    freshness,
    verdicts,
    checks: checkSummaries(
      verdicts,
      complete ? undefined : notReadYet(connection),
    ),
  };
}

/** How a system stands at some time, with every account as it is listed. */
export async function loadSystemState(
  stores: Stores,
  entityRef: string,
  evaluator: Evaluator,
  limits: SyncLimits,
) {
  const state = await loadVerdictState(stores, entityRef, limits);
  const { connection, verdicts } = state;
  const verdictsOf = new Map<string, Verdict[]>();
  for (const { accountId, verdict } of verdicts) {
    const known = verdictsOf.get(accountId);
    if (known) {
      known.push(verdict);
    } else {
      verdictsOf.set(accountId, [verdict]);
    }
  }
  const facts = await evaluator.load(
    stores,
    entityRef,
    limits.now.toISOString(),
  );
  const assigned = await stores.identityAssignments.list(connection?.id ?? '');
  const contradictions = await loadContradictions(stores, connection, facts);
  const rows = facts.accounts.map(account =>
    toAccountRow(account, {
      identity: facts.identities.get(account.id)!,
      assigned: assigned.get(account.id),
      verdicts: verdictsOf.get(account.id) ?? [],
      contradictions: contradictions.filter(
        ({ accountId }) => accountId === account.id,
      ),
    }),
  );
  return { ...state, rows, facts, contradictions };
}

async function loadContradictions(
  stores: Stores,
  connection: Connection | undefined,
  { accounts }: SystemFacts,
): Promise<Contradiction[]> {
  // Every account of a complete read was last seen when that began.
  const readAt = accounts
    .map(({ lastSeenAt }) => lastSeenAt)
    .reduce((a, b) => (a > b ? a : b), '');
  return connection
    ? findContradictions(
        await stores.events.list(connection.id),
        accounts,
        readAt || null,
      )
    : [];
}

function asStale(verdicts: StoredVerdict[], since: string): StoredVerdict[] {
  return verdicts.map(stored =>
    restsOnGorgias(stored.verdict.checkId)
      ? { ...stored, verdict: toStale(stored.verdict, since) }
      : stored,
  );
}

function notReadYet(connection: Connection | undefined): NotReadYet {
  return connection?.state === 'connected'
    ? { status: 'unknown', ground: 'The first read has not finished yet.' }
    : { status: 'not-configured', ground: 'Gorgias is not connected.' };
}
