import { Contradiction, Freshness } from 'backstage-plugin-gorgias-common';
import { Counts, countSystem } from '../checks/countSystem';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { Answers } from '../questions';
import { NotableRuns } from '../sync/SyncRunStore';
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
  limits: SyncLimits,
): Promise<Standing> {
  const connection = await stores.connections.findByEntity(entityRef);
  const answers = await stores.ask(
    askForStanding(stores, entityRef, connection?.id ?? ''),
  );
  return toStanding(stores, entityRef, { ...answers, connection }, limits);
}

/** What has to be asked, beside the connection of a system, to know how it stands. */
export function askForStanding(
  { evaluations, syncRuns }: Stores,
  entityRef: string,
  connectionId: string,
) {
  return {
    runs: syncRuns.notable(connectionId),
    evaluation: evaluations.of(entityRef),
  };
}

/** How a system stands by what was answered. */
export async function toStanding(
  stores: Stores,
  entityRef: string,
  {
    connection,
    runs,
    evaluation,
  }: Answers<ReturnType<typeof askForStanding>> & {
    connection: Connection | undefined;
  },
  { staleAfterSeconds, now }: SyncLimits,
): Promise<Standing> {
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
