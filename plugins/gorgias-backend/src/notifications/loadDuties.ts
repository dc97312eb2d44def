import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { SyncLimits } from '../sync/syncState';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { loadStanding } from '../systems/standing';
import { dutiesOf, SystemDuties } from './duties';

/** What the duties of a system hang on, which is read in no time: where all of it is the same, so are they. */
export interface DutyGrounds {
  owner: string | null;
  connection: Pick<Connection, 'id' | 'state'> | undefined;
  isHeld: boolean;
  /** Whether there are facts of Gorgias that are not too old. */
  hasFacts: boolean;
  /** Ids of exceptions that wait for a decision. */
  requestedExceptions: string[];
  /** When it was judged last, and after which run: verdicts, and who has left, change with that only. */
  judgedAt: string | undefined;
  runId: string | undefined;
}

/** Reads what the duties of a critical system hang on at some time. */
export async function loadDutyGrounds(
  stores: Stores,
  { entityRef, owner }: CriticalSystem,
  limits: SyncLimits,
): Promise<DutyGrounds> {
  const judgedAt = await stores.evaluations.lastAt(entityRef);
  const { connection, runs, freshness } = await loadStanding(
    stores,
    entityRef,
    limits,
  );
  const exceptions = await stores.exceptions.listOpen(entityRef);
  return {
    owner,
    connection: connection && { id: connection.id, state: connection.state },
    isHeld: runs.held !== undefined,
    hasFacts: freshness.factsAt !== null && !freshness.stale,
    requestedExceptions: exceptions
      .filter(({ status }) => status === 'requested')
      .map(({ id }) => id),
    judgedAt,
    runId: runs.complete?.id,
  };
}

/** What is to be done about a critical system; of a large one this takes a while. */
export async function loadDuties(
  stores: Stores,
  entityRef: string,
  grounds: DutyGrounds,
): Promise<SystemDuties> {
  const verdicts = await stores.verdicts.listOpen(entityRef);
  const asked = [grounds.owner, ...verdicts.map(verdict => verdict.owner)];
  const staff = await stores.staff.list([
    ...new Set(asked.filter(ref => ref !== null)),
  ]);
  return dutiesOf({
    ...grounds,
    verdicts,
    leavers: new Set(
      staff
        .filter(({ state }) => state === 'offboarded')
        .map(member => member.entityRef),
    ),
  });
}
