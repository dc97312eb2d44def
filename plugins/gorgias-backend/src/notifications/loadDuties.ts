import { Stores } from '../database';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { loadStanding } from '../systems/standing';
import { dutiesOf, SystemDuties } from './duties';

/** What is to be done about a critical system at some time. */
export async function loadDuties(
  stores: Stores,
  { entityRef, owner }: CriticalSystem,
  limits: SyncLimits,
): Promise<SystemDuties> {
  const { connection, runs, freshness } = await loadStanding(
    stores,
    entityRef,
    limits,
  );
  const exceptions = await stores.exceptions.listOpen(entityRef);
  const verdicts = await stores.verdicts.listOpen(entityRef);
  const asked = [owner, ...verdicts.map(verdict => verdict.owner)];
  const staff = await stores.staff.list([
    ...new Set(asked.filter(ref => ref !== null)),
  ]);
  return dutiesOf({
    owner,
    connection,
    isHeld: runs.held !== undefined,
    hasFacts: freshness.factsAt !== null && !freshness.stale,
    verdicts,
    requestedExceptions: exceptions
      .filter(({ status }) => status === 'requested')
      .map(({ id }) => id),
    leavers: new Set(
      staff
        .filter(({ state }) => state === 'offboarded')
        .map(member => member.entityRef),
    ),
  });
}
