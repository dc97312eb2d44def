import { Chance } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaRandom';
import { CLICKS, ClickName } from './clicks';
import { FAULTS } from './faults';

/** Something that is made to happen. */
export type SoakEvent =
  | { type: 'fault'; fault: number }
  | { type: 'kill'; replica: number; signal: 'SIGKILL' | 'SIGTERM' }
  | { type: 'database'; signal: DatabaseEnd }
  | { type: 'clock'; replica: number; aheadMinutes: number; forSeconds: number }
  | { type: 'keys' }
  | { type: 'users' }
  | { type: 'exodus' }
  | { type: 'mend' }
  | { type: 'click'; click: ClickName; user: string; replica: number };

/** How PostgreSQL is ended: a loss of power, at once, or politely. */
export type DatabaseEnd = 'SIGKILL' | 'SIGQUIT' | 'SIGINT';

/** An event and when it begins, in seconds. */
export interface PlannedEvent {
  at: number;
  event: SoakEvent;
}

const DATABASE_ENDS: DatabaseEnd[] = ['SIGKILL', 'SIGINT', 'SIGQUIT'];
const CLOCK_JUMPS = [-90, -5, 1, 30, 180, 26 * 60];
const ADMINS = [
  'user:default/ivy.nakamura',
  'user:default/maya.ortiz',
  'user:default/omar.farouk',
  'user:default/greta.jansen',
];

/**
 * What happens when, the same for the same seed. Of each kind every way comes
 * before one comes again. The first replica is killed by the rotation of keys
 * alone, which is early, so that one lives long enough to see what it keeps.
 */
export function makePlan(seed: number, seconds: number): PlannedEvent[] {
  const chance = new Chance(seed);
  const fault = inTurn(chance, [...FAULTS.keys()]);
  const signal = inTurn(chance, ['SIGKILL', 'SIGTERM'] as const);
  const databaseEnd = inTurn(chance, DATABASE_ENDS);
  const jump = inTurn(chance, CLOCK_JUMPS);
  const click = inTurn(chance, Object.keys(CLICKS) as ClickName[]);
  const replica = () => Math.floor(chance.next() * 3);

  const every = (
    mean: number,
    first: number,
    next: () => SoakEvent,
  ): PlannedEvent[] => {
    const events: PlannedEvent[] = [];
    for (let at = first; at < seconds; at += mean * (0.5 + chance.next())) {
      events.push({ at, event: next() });
    }
    return events;
  };

  return [
    ...every(9, 2, () => ({ type: 'fault', fault: fault() })),
    ...every(30, 25, () => ({
      type: 'kill',
      replica: 1 + Math.floor(chance.next() * 2),
      signal: signal(),
    })),
    ...every(60, 35, () => ({ type: 'database', signal: databaseEnd() })),
    ...every(20, 8, () => ({
      type: 'clock',
      replica: replica(),
      aheadMinutes: jump(),
      forSeconds: 5 + chance.next() * 15,
    })),
    ...(seconds >= 300 ? [5, seconds * 0.25] : [5]).map(
      (at): PlannedEvent => ({ at, event: { type: 'keys' } }),
    ),
    ...every(5, 1, () => ({ type: 'users' })),
    ...every(80, 30, () => ({ type: 'exodus' })),
    ...every(6, 4, () => ({ type: 'mend' })),
    ...every(0.8, 1, () => ({
      type: 'click',
      click: click(),
      user: chance.oneOf(ADMINS),
      replica: replica(),
    })),
  ].sort((a, b) => a.at - b.at);
}

/** Hands out all of them in some order, then all again in another. */
function inTurn<T>(chance: Chance, choices: readonly T[]): () => T {
  let left: T[] = [];
  return () => {
    left = left.length > 0 ? left : chance.shuffle(choices);
    return left.pop()!;
  };
}
