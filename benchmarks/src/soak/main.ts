import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chance } from '../../../plugins/gorgias-backend/src/__testUtils__/replicaRandom';
import { machineFacts } from '../report';
import { Happenings } from './happenings';
import { INVARIANTS } from './invariants';
import { makePlan } from './plan';
import { toSummary, writeReports, SoakResult } from './report';
import { settle } from './settle';
import { GORGIAS, SoakWorld } from './SoakWorld';
import { Timeline } from './Timeline';
import { Watch } from './Watch';

const DEFAULT_MINUTES = 10;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: String(DEFAULT_MINUTES) },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      postgres: { type: 'string' },
      results: { type: 'string' },
    },
  });
  const seconds = positive('minutes', values.minutes) * 60;
  const seed = positive('seed', values.seed);
  console.log(`Soaking for ${seconds / 60} min with --seed ${seed}`);

  const timeline = new Timeline();
  const world = await SoakWorld.start({
    postgresUrl: values.postgres!,
    restartPostgres,
    timeline,
  });
  try {
    const result = await soak(world, seed, seconds);
    writeReports(join(values.results!, 'soak-report'), result);
    console.log(toSummary(result));
    process.exitCode = result.invariants.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    await world.stop();
  }
}

async function soak(
  world: SoakWorld,
  seed: number,
  seconds: number,
): Promise<SoakResult> {
  const { timeline } = world;
  await world.connect('user:default/ivy.nakamura', world.fleet.ready[0]);
  await world.admin.addCriticalSystem(GORGIAS);
  const watch = new Watch(world);
  watch.begin();
  const happenings = new Happenings(world, new Chance(seed));
  const begun = timeline.now;
  for (const { at, event } of makePlan(seed, seconds)) {
    await delay(Math.max(0, (begun + at - timeline.now) * 1000));
    happenings.begin(event);
  }
  await delay(Math.max(0, (begun + seconds - timeline.now) * 1000));
  const ended = timeline.now;
  console.log('Nothing goes wrong any more; waiting until all is done');
  await happenings.settled();
  let settling: string[] = [];
  try {
    await settle(world);
  } catch (error) {
    settling = [String(error)];
  }
  await watch.end();

  const invariants = [
    {
      name: 'When nothing goes wrong any more, everything gets done by itself',
      problems: settling,
      holds: settling.length === 0,
    },
  ];
  for (const { name, check } of INVARIANTS) {
    const problems = await check(world).catch(error => [String(error.stack)]);
    invariants.push({ name, problems, holds: problems.length === 0 });
  }
  return {
    seed,
    begun,
    ended,
    machine: machineFacts(),
    invariants,
    events: Object.fromEntries([...happenings.done].sort()),
    syncs: Object.fromEntries([...watch.outcomes].sort()),
    answers: Object.fromEntries([...timeline.answers].sort()),
    replicas: world.fleet.started,
    timeline,
  };
}

/** Whoever has started us has the server. */
function restartPostgres(signal: string): Promise<void> {
  return new Promise(resolve => {
    process.once('message', () => resolve());
    process.send!({ restartPostgres: signal });
  });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) {
    throw new Error(`--${name} is "${text}"; give a number above 0.`);
  }
  return value;
}

// The replicas end with us, and what is left of us is removed at the exit.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
