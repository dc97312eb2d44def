import { Benchmark, ENGINES, Figure, under, withinBaseline } from './benchmark';
import { startChild } from './child';
import type { Growth } from './growthProcess';
import { PreparedSystem } from './preparedSystems';

const MOST_MEGABYTES = 150;

/** How much longer and larger evaluating becomes with the accounts. Each size has a process of its own. */
export const growth: Benchmark<PreparedSystem[][]> = {
  name: 'growth',
  async prepare({ quick, prepareSystem }) {
    const sizes = sizesOf(quick);
    return Promise.all(
      ENGINES.map(engine =>
        Promise.all(sizes.map(accounts => prepareSystem(engine, accounts))),
      ),
    );
  },
  async run({ quick, repetitions, note }, prepared) {
    const sizes = sizesOf(quick);
    const figures: Figure[] = [];
    for (const [at, engine] of ENGINES.entries()) {
      const measured: Growth[] = [];
      for (const system of prepared[at]) {
        note(`${engine}, ${system.accounts} accounts`);
        const child = await startChild<Growth>('growthProcess.ts', {
          ...system,
          repetitions,
        });
        await child.stop();
        measured.push(child.result);
      }
      const on = (index: number) => `${sizes[index]} accounts, ${engine}`;
      for (const [what, key] of [
        ['each account, nothing changed', 'steadySeconds'],
        ['each account, 1 % changed', 'changedSeconds'],
      ] as const) {
        const each = (index: number) =>
          measured[index][key].map(seconds => (seconds * 1000) / sizes[index]);
        figures.push(
          ...[1, 2].map(
            (index): Figure => ({
              what,
              on: on(index),
              unit: 'ms',
              values: each(index),
              baseline: { what: `at ${sizes[0]} accounts`, values: each(0) },
              ...(index === 2 && { mustReach: withinBaseline(1.3) }),
            }),
          ),
        );
      }
      figures.push(
        ...(
          [
            ['process larger while evaluating, at most', 'peakBytes'],
            ['heap in use larger after evaluating', 'keptBytes'],
          ] as const
        ).map(
          ([what, key]): Figure => ({
            what,
            on: on(2),
            unit: 'MB',
            values: measured[2][key].map(bytes => bytes / 1e6),
            mustReach: under(MOST_MEGABYTES, 'MB'),
          }),
        ),
        {
          what: 'longest that an evaluation keeps others in the process waiting',
          on: on(2),
          unit: 'ms',
          values: measured[2].blockedMilliseconds,
        },
      );
    }
    return figures;
  },
};

function sizesOf(quick: boolean): number[] {
  return quick ? [500, 1_000, 2_000] : [1_000, 10_000, 100_000];
}
