import { Contradiction, Freshness } from 'backstage-plugin-gorgias-common';
import { Counts, countSystem } from '../checks/countSystem';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { NO_RUNS, NotableRuns } from '../sync/SyncRunStore';
import { SyncLimits } from '../sync/syncState';
import { freshnessOf } from './freshness';

/** What everything that is said of a system at some time hangs on. */
export interface Standing {
  entityRef: string;
  connection: Connection | undefined;
  runs: NotableRuns;
  freshness: Freshness;
  /** The connection whose accounts were judged; `undefined` until that of now was. */
  judged: Connection | undefined;
  /** Where Gorgias contradicts itself, newest first. */
  contradictions: Contradiction[];
  /** Of what was judged. */
  counts: Counts;
}

export async function loadStanding(
  stores: Stores,
  entityRef: string,
  { staleAfterSeconds, now }: SyncLimits,
): Promise<Standing> {
  const connection = await stores.connections.findByEntity(entityRef);
  const runs = connection
    ? await stores.syncRuns.findNotable(connection.id)
    : NO_RUNS;
  const evaluation = await stores.evaluations.get(entityRef);
  const judged =
    connection?.id === evaluation?.connectionId ? connection : undefined;
  return {
    entityRef,
    connection,
    runs,
    freshness: freshnessOf(
      runs.complete?.startedAt ?? null,
      staleAfterSeconds,
      now,
    ),
    judged,
    contradictions: judged ? evaluation!.contradictions : [],
    counts: evaluation?.counts ?? (await countSystem(stores, entityRef)),
  };
}
