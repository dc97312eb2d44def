import { ConflictError } from '@backstage/errors';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { decisionEvent } from '../evidence/ledgerEvents';
import { StoredSyncRun } from './SyncRunStore';

/**
 * Notes what an admin decided about a held run. What was accepted is not
 * written as it was read then: a new run reads everything again, and believes
 * what was accepted if it still finds it. To be called in a transaction.
 *
 * @returns the new run for an accepted one, else the one decided about
 * @throws ConflictError when the run does not wait for a decision (any more)
 */
export async function decideHeldRun(
  stores: Stores,
  connection: Connection,
  decision: {
    runId: string;
    decision: 'accepted' | 'discarded';
    by: string;
    at: string;
  },
): Promise<StoredSyncRun> {
  const { runId, by, at } = decision;
  if (decision.decision === 'accepted' && connection.state !== 'connected') {
    throw new ConflictError(
      `${connection.entityRef} is not connected to Gorgias any more, so it can't be read again; reconnect it first`,
    );
  }
  const run = await stores.syncRuns.decide(connection.id, runId, decision);
  if (!run) {
    throw new ConflictError(
      'This run does not wait for a decision: somebody has decided, or a later run has taken its place. Look at the newest one.',
    );
  }
  await stores.ledger.enter([
    decisionEvent('held-run', connection.entityRef, at, {
      by,
      runId,
      decision: decision.decision,
    }),
  ]);
  return decision.decision === 'accepted'
    ? stores.syncRuns.request(connection.id, 'accepted', at, by)
    : run;
}
