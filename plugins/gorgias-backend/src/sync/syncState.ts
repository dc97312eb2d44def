import {
  EarlyNews,
  SyncHealth,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { EventPoll } from '../events/EventStore';
import { freshnessOf } from '../systems/freshness';
import { NotableRuns, StoredSyncRun, toSyncRun } from './SyncRunStore';

/** A run is looked for twice a second, and one that was lost is found within a minute; with some to spare. */
const SLACK_SECONDS = 120;

/** What is allowed, and the time. */
export interface SyncLimits {
  staleAfterSeconds: number;
  /** How long the scheduler lets a task run. */
  timeoutSeconds: number;
  now: Date;
}

/** How the sync of a connection goes. */
export function syncStateOf(
  { current, last, held }: NotableRuns,
  limits: SyncLimits,
): SystemSummary['sync'] {
  return {
    current: current ? toSyncRun(current) : null,
    last: last ? toSyncRun(last) : null,
    held: held ? toSyncRun(held) : null,
    stuck: isStuck(current, limits),
  };
}

/** Whether a run waits or runs for longer than any may. */
export function isStuck(
  current: StoredSyncRun | undefined,
  { timeoutSeconds, now }: SyncLimits,
): boolean {
  return (
    current !== undefined &&
    now.getTime() - Date.parse(current.startedAt) >
      (timeoutSeconds + SLACK_SECONDS) * 1000
  );
}

/** Whether changes at Gorgias are heard of before the schedule finds them. */
export function earlyNewsOf(
  connection: Connection | undefined,
  poll: EventPoll | undefined,
): EarlyNews {
  return {
    available: connection?.state === 'connected' && poll?.problem === null,
    checkedAt: poll?.checkedAt ?? null,
    ...(poll?.problem && { reason: poll.problem }),
    ...(poll?.problemParts && { reasonParts: poll.problemParts }),
  };
}

/** How the sync of every connection goes that was not ended on purpose, and whether that is well. */
export async function loadHealth(
  stores: Stores,
  limits: SyncLimits,
): Promise<{ systems: Array<SyncHealth & { ok: boolean }> }> {
  const systems: Array<SyncHealth & { ok: boolean }> = [];
  for (const connection of await stores.connections.list()) {
    if (connection.state !== 'disconnected') {
      const { id, entityRef, state } = connection;
      const runs = await stores.syncRuns.findNotable(id);
      const sync = syncStateOf(runs, limits);
      const { factsAt, stale } = freshnessOf(
        runs.complete?.startedAt ?? null,
        limits.staleAfterSeconds,
        limits.now,
      );
      const health: SyncHealth = {
        entityRef,
        connectionState: state,
        factsAt,
        stale,
        stuck: sync.stuck,
        held: sync.held !== null,
        lastOutcome: sync.last?.outcome ?? null,
      };
      systems.push({ ...health, ok: isWell(health) });
    }
  }
  return { systems };
}

function isWell(system: SyncHealth): boolean {
  return (
    system.connectionState === 'connected' &&
    !system.stale &&
    !system.stuck &&
    !system.held
  );
}
