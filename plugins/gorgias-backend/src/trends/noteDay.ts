import { Counts } from '../checks/countSystem';
import { Stores } from '../database';
import { staleSince } from '../systems/freshness';
import { countByCheck, dayOf } from './verdictDays';

/** For how many days it is kept how a system stood. */
export const KEPT_DAYS = 400;

/**
 * Notes how a system stands today: the last evaluation of a day says how it
 * ended. What a summary would show counts, also of a system that was taken
 * off the list.
 */
export async function noteDay(
  stores: Pick<Stores, 'connections' | 'syncRuns' | 'trends'>,
  entityRef: string,
  {
    now,
    staleAfterSeconds,
    counts,
  }: { now: string; staleAfterSeconds: number; counts: Counts },
): Promise<void> {
  const connection = await stores.connections.findByEntity(entityRef);
  const complete =
    connection && (await stores.syncRuns.findComplete(connection.id));
  await stores.trends.put(entityRef, {
    day: dayOf(now),
    checks: countByCheck(counts.verdicts),
    staleAt: complete
      ? staleSince(complete.startedAt, staleAfterSeconds)
      : null,
  });
}
