import { Benchmark, withinBaseline } from './benchmark';
import { fetchFloor, LiveGorgias, OUR_SHARE } from './live';

const LATENCY_MILLISECONDS = 250;

/** A sync run by the scheduler, from its start to its end, and what it takes of Gorgias' rate limit. */
export const fullSync: Benchmark = {
  name: 'full sync',
  async run({ quick, repetitions, makeDatabase, note }) {
    const accounts = quick ? 2_000 : 10_000;
    const values: number[] = [];
    const floors: number[] = [];
    const used: number[] = [];
    const live = await LiveGorgias.start({
      database: await makeDatabase('PostgreSQL'),
      accounts,
      latencyMilliseconds: LATENCY_MILLISECONDS,
    });
    try {
      note('the first run');
      await live.connect();
      // The schedule has asked for another meanwhile, whose requests would count.
      await live.endOfRun();
      for (let round = 0; round < (quick ? 1 : repetitions); round += 1) {
        note(`round ${round + 1}`);
        await live.statistics();
        const run = await live.sync();
        const endedAt = Date.now();
        if (run.outcome !== 'complete') throw new Error(run.error);
        const { requests, mostUsed, limit } = await live.statistics();
        // Judging comes after the time that is noted for its end. All
        // processes go by the clock of this machine.
        values.push((endedAt - Date.parse(run.startedAt)) / 1000);
        floors.push(
          fetchFloor({
            pages: run.pages,
            requests,
            latencyMilliseconds: LATENCY_MILLISECONDS,
          }),
        );
        used.push((100 * mostUsed) / limit);
      }
    } finally {
      await live.stop();
    }
    const on = `${accounts} accounts, ${LATENCY_MILLISECONDS} ms an answer, PostgreSQL`;
    return [
      {
        what: 'from its start to its end, nothing changed',
        on,
        unit: 's',
        values,
        baseline: { what: 'fetching the pages', values: floors },
        mustReach: withinBaseline(1.1),
      },
      {
        what: 'the most that was in use of the rate limit',
        on,
        unit: '%',
        values: used,
        mustReach: {
          text: `at most ${100 * OUR_SHARE} %`,
          holds: median => median <= 100 * OUR_SHARE,
        },
      },
    ];
  },
};
