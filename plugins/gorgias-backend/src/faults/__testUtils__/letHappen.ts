import { FaultyWorld } from './FaultyWorld';

const OURS = ['localhost', '127.0.0.1'];

/** One way in which Gorgias, or somebody, does wrong. */
export interface Fault {
  fault: string;
  /** Makes it happen. */
  arrange?(world: FaultyWorld): Promise<unknown> | void;
  /** Does what it happens to, and says how that ended; a sync, if not told. */
  act?(world: FaultyWorld): Promise<string>;
  /** How it ends: `complete`, `failed: ...`, `refused: ...` or `accepted ...`. */
  ends: RegExp;
  /** The state of the connection then; `connected`, if not told. */
  connection?: 'connected' | 'needs-reconnect';
  /** Whether only connecting again mends it, though the connection is still there. */
  reconnectMends?: boolean;
  /** Users who were read just before they were deleted. */
  readBefore?: string[];
  /** What else has to be true then. */
  also?(world: FaultyWorld): Promise<void> | void;
}

/** How a fault ended and what was kept. */
export interface Outcome {
  fault: string;
  ended: string;
  /** Which facts are in force then, in words. */
  facts: string;
  connection: string;
}

/**
 * Lets a fault happen, and makes sure that nothing was lost: whatever did not
 * complete has left the last complete run as it was.
 */
export async function letHappen(
  fault: Fault,
  world: FaultyWorld,
): Promise<Outcome> {
  const { arrange, act } = fault;
  const before = await world.snapshot();
  const grantBefore = await world.connectionRow();
  await arrange?.(world);
  world.forgetSent();
  const ended = world.withoutHost(await (act ? act(world) : world.sync()));

  const factsAt = (await world.factsAt())!;
  const time = factsAt.slice(11, 16);
  const isComplete = ended.startsWith('complete');
  if (isComplete) {
    expect(factsAt > FaultyWorld.CONNECTED_AT).toBe(true);
    expect(without(fault.readBefore, await world.accounts())).toEqual(
      await world.freshRead(),
    );
  } else {
    expect(await world.snapshot()).toEqual(before);
  }
  if (/^(refused|accepted)/.test(ended)) {
    expect(await world.connectionRow()).toEqual(grantBefore);
  }
  await fault.also?.(world);
  return {
    fault: fault.fault,
    ended,
    facts: isComplete ? `of ${time}, new` : `of ${time}, as they were`,
    connection: (await world.connection()).state,
  };
}

/**
 * Ends a fault, and makes sure that the next sync has what the emulator has,
 * and that nobody but the emulator was ever called.
 *
 * @param healthy - the status of every verdict where nothing goes wrong
 * @returns how the next sync ended
 */
export async function recover(
  { reconnectMends }: Pick<Fault, 'reconnectMends'>,
  world: FaultyWorld,
  healthy: Record<string, string>,
): Promise<string> {
  await world.endFaults();
  const { state } = await world.connection();
  const next =
    state === 'connected' && !reconnectMends
      ? await world.sync()
      : await world.reconnect();
  expect(next).toMatch(/^complete/);
  expect(await world.accounts()).toEqual(await world.freshRead());
  const statuses = await world.statuses();
  expect(statuses).toEqual(
    Object.fromEntries(
      Object.entries(healthy).filter(([name]) => name in statuses),
    ),
  );
  expect(world.hosts.filter(host => !OURS.includes(host))).toEqual([]);
  return next;
}

/** The status of every verdict in a world in which nothing goes wrong. */
export async function statusesOfHealthy(
  world: FaultyWorld,
): Promise<Record<string, string>> {
  expect(await world.sync()).toBe('complete');
  return world.statuses();
}

function without(ids: string[] = [], accounts: Array<{ id: string }>) {
  return accounts.filter(({ id }) => !ids.includes(id));
}
