import { FAULTS } from './faults';
import { makePlan, PlannedEvent } from './plan';

const typesOf = (plan: PlannedEvent[]) =>
  new Set(plan.map(({ event }) => event.type));

it('is the same for the same seed, and another for another', () => {
  expect(makePlan(7, 600)).toEqual(makePlan(7, 600));
  expect(makePlan(8, 600)).not.toEqual(makePlan(7, 600));
});

it.each([1, 2, 3, 4, 5])('has everything go wrong, with seed %d', seed => {
  const plan = makePlan(seed, 600);
  expect([...typesOf(plan)].sort()).toEqual([
    'click',
    'clock',
    'database',
    'exodus',
    'fault',
    'keys',
    'kill',
    'mend',
    'users',
  ]);
  const faults = plan.flatMap(({ event }) =>
    event.type === 'fault' ? [event.fault] : [],
  );
  expect(new Set(faults).size).toBe(FAULTS.length);
  const ends = plan.flatMap(({ event }) =>
    event.type === 'database' || event.type === 'kill'
      ? [`${event.type} ${event.signal}`]
      : [],
  );
  expect([...new Set(ends)].sort()).toEqual([
    'database SIGINT',
    'database SIGKILL',
    'database SIGQUIT',
    'kill SIGKILL',
    'kill SIGTERM',
  ]);
});

it('has one replica live on once the keys are rotated', () => {
  const plan = makePlan(7, 600);
  const killed = plan.flatMap(({ event }) =>
    event.type === 'kill' ? [event.replica] : [],
  );
  expect(new Set(killed)).toEqual(new Set([1, 2]));
  const rotations = plan.filter(({ event }) => event.type === 'keys');
  expect(rotations.map(({ at }) => at)).toEqual([5, 150]);
});
