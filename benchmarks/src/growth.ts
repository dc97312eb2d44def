import { Benchmark, ENGINES, Figure, under, withinBaseline } from './benchmark';
import { startChild } from './child';
import type { Growth } from './growthProcess';

const MOST_MEGABYTES = 150;

/** How much longer and larger evaluating becomes with the accounts. Each size has a process of its own. */
export const growth: Benchmark = {
  name: 'growth',
  async run({ quick, repetitions, prepareSystem, note }) {
    const sizes = quick ? [500, 1_000, 2_000] : [1_000, 10_000, 100_000];
    const figures: Figure[] = [];
    note('prepares');
    // Side by side, since nothing is measured yet.
    const prepared = await Promise.all(
      ENGINES.map(engine =>
        Promise.all(sizes.map(accounts => prepareSystem(engine, accounts))),
      ),
    );
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
      );
    }
    return figures;
  },
};
